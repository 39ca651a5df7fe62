import type { Vec } from '../geometry/vector.ts'
import { readPoints } from './read-points.ts'

export interface NamedPoint {
  readonly name: string
  readonly at: Vec
}

export interface NamedOutline {
  readonly name: string
  readonly through: readonly Vec[]
}

const named = (name: string, x: number, y: number): NamedPoint => ({ name, at: [x, y] })

/** Names of the green quarters, by a point in each. */
export const PARK_NAMES: readonly NamedPoint[] = [
  named('Ekorrparken', 79, -378),
  named('Vallgravsstråket', 985, -782),
  named('Bangårdslunden', -802, 58),
  named('Klockarkullen', 2777, -394),
  named('Kottparken', 576, 1641),
  named('Smörblomsparken', -1650, 1480),
]

/** Streets of the pattern that have a name of their own: the one nearest to the point. */
export const STREET_NAMES: readonly NamedPoint[] = [
  named('Kandelabergatan', 1000, 60),
  named('Knappnålsgatan', -60, 80),
]

/** Blocks that are parks or squares instead of being built on: the block nearest to the point. */
export const BLOCK_PARKS: readonly NamedPoint[] = [
  named('Spolparken', -20, 330),
  named('Nystparken', 1130, 60),
  named('Blocklunden', -600, -760),
  named('Pendellunden', 2250, 200),
  named('Loggparken', -1950, 250),
]

export const BLOCK_SQUARES: readonly NamedPoint[] = [
  named('Exempeltorget', 560, -1010),
  named('Saluhallstorget', 470, 130),
  named('Vattentrappan', 610, -500),
  named('Sjötunnstorget', 300, -1420),
  named('Ankartorget', -620, 60),
]

/** Squares drawn by hand. */
export const SQUARES: readonly NamedOutline[] = [
  {
    name: 'Ångvisselplan',
    through: readPoints('380,684 640,690 640,770 380,770'),
  },
]

/** Woods and shores: smooth outlines in open country. */
export const WOODS: readonly NamedOutline[] = [
  {
    name: 'Tystlåteskogen',
    through: readPoints(
      '-1230,1380 -760,1400 -440,1490 -640,1690 -790,1990 -560,2350 -300,2480 -330,2800 -820,2600 -1160,2300 -1290,1800',
    ),
  },
  {
    name: 'Kottskogen',
    through: readPoints(
      '960,1480 1290,1420 1360,1800 1480,2080 1800,2250 1380,2580 1290,2330 960,1960 930,1660',
    ),
  },
  {
    name: 'Vindfällsskogen',
    through: readPoints('-3250,880 -2880,1010 -2840,1400 -2900,1850 -3000,1500 -3120,1220'),
  },
  {
    name: 'Malmlastarskogen',
    through: readPoints(
      '-2880,-740 -2400,-800 -1960,-640 -1880,-1000 -1890,-1350 -2350,-1380 -2680,-1340 -2880,-1120',
    ),
  },
  {
    name: 'Klockarskogen',
    through: readPoints(
      '2600,-930 2300,-900 1960,-960 1680,-1130 1560,-1450 1660,-1790 1880,-1840 1930,-1560 2160,-1210',
    ),
  },
  {
    name: 'Fyrskogen',
    through: readPoints('3220,1280 3390,1020 3420,860 3240,600 3140,700 3220,960'),
  },
  {
    name: 'Norrblomsskogen',
    through: readPoints(
      '-1420,2190 -1700,2260 -2350,2290 -2720,1960 -2780,2030 -2420,2400 -1900,2530 -1450,2380',
    ),
  },
]

export const STATIONS: readonly NamedPoint[] = [
  named('Exempelstads central', 510, 800),
  named('Bangårdslundens hållplats', -1000, -30),
  named('Fyrvaktaruddens hållplats', 2210, 1500),
  named('Tågfärjan', 2830, 1950),
]

export const SCHOOLS: readonly NamedPoint[] = [
  named('Rephållaskolan', 250, -1230),
  named('Väverskans skola', 120, 60),
  named('Spolskolan', 930, 420),
  named('Nystskolan', 1560, 120),
  named('Blockmakarskolan', -560, -900),
  named('Hamnpojkens skola', -1000, 420),
  named('Lodlineskolan', -2330, -200),
  named('Kompasskolan', -2700, 560),
  named('Smörblomsskolan', -1560, 1560),
  named('Vitsippeskolan', -2300, 1450),
  named('Göktyteskolan', 620, 2250),
  named('Fyrskolan', 2330, 1000),
  named('Pendelskolan', 2300, 520),
  named('Urverksskolan', 2200, -620),
  named('Ankarsmedsskolan', 2450, -2470),
]

export const CARE_HOMES: readonly NamedPoint[] = [
  named('Ekorrens äldreboende', 60, -100),
  named('Vävstolens äldreboende', 1180, -330),
  named('Lanternans äldreboende', -1450, -450),
  named('Sextantens äldreboende', -1980, 420),
  named('Vitsippans äldreboende', -2080, 1250),
  named('Tallkottens äldreboende', 760, 2380),
  named('Timglasets äldreboende', 2050, 330),
  named('Fyrljusets äldreboende', 1900, 1600),
]

export const CLINICS: readonly NamedPoint[] = [
  named('Sextantens vårdcentral', -2060, 300),
  named('Göktytans vårdcentral', 480, 2140),
]

export const CONGREGATIONS: readonly NamedPoint[] = [
  named('Tallkottens kyrka', 880, 2300),
  named('Fyrmoskén', 2240, 1120),
]

/** Known to analysts alone, in the demo as anywhere. */
export const SHELTERS: readonly NamedPoint[] = [named('Skyddat boende', -1700, 1480)]

/** Names on the water and on land that no other feature carries. */
export const WATER_NAMES: readonly NamedPoint[] = [
  named('Tjärfickan', -220, -1050),
  named('Speglosjön', -220, 1990),
  named('Kranbassängen', -1480, -2180),
  named('Mellanhavet', 700, -3050),
  named('Lyktfjärden', -3300, 2650),
]

export const ISLAND_NAMES: readonly NamedPoint[] = [
  named('Ankarsmedsholmen', 2400, -2560),
  named('Spegelskär', 560, -2480),
  named('Mitterst Klobben', 1080, -2740),
  named('Östra Tröskeln', 3230, -1640),
  named('Västra Tröskeln', -3520, -1420),
  named('Norrklabben', 2290, 2880),
]

/** Walks in the open, as smooth lines. */
export const WALKS: readonly NamedOutline[] = [
  {
    name: 'Speglostigen',
    through: readPoints(
      '330,2350 120,2390 -120,2420 -480,2350 -730,2020 -560,1680 -150,1620 230,1750 390,1790',
    ),
  },
  {
    name: 'Norra kustleden',
    through: readPoints(
      '60,2640 -300,2860 -850,2660 -1280,2370 -1850,2480 -2420,2350 -2800,1950 -2930,1600 -3130,1220 -3330,700 -3130,330',
    ),
  },
  {
    name: 'Östra kustleden',
    through: readPoints('3010,1850 3270,1380 3430,930 3180,520 3050,330'),
  },
  {
    name: 'Malmlastarstigen',
    through: readPoints('-2780,-640 -2550,-1000 -2250,-1200 -1800,-1100'),
  },
  {
    name: 'Klockarstigen',
    through: readPoints('2760,-800 2450,-1000 2060,-1150 1760,-1400 1640,-1720 1620,-1850'),
  },
  {
    name: 'Holmens strandstig',
    through: readPoints('2010,-2250 1960,-2420 2060,-2640 2340,-2790 2720,-2660 2900,-2380 2670,-2240'),
  },
  {
    name: 'Kottstigen',
    through: readPoints('840,1640 1100,1650 1250,1900 1560,1850'),
  },
]
