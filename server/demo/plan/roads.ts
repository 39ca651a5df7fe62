import type { Vec } from '../geometry/vector.ts'
import { readPoints } from './read-points.ts'

/** Classes of ways, widest first. `quarter` streets bound a quarter; `local` ones fill it; a `border` is only a line on paper. */
export type WayClass = 'ring' | 'main' | 'quarter' | 'local' | 'lane' | 'rail' | 'border'

/** Half of the street space (building line to middle), metres, and the rank at which the way is drawn. */
export const WAYS: Readonly<Record<WayClass, { readonly halfWidth: number; readonly rank: number }>> = {
  ring: { halfWidth: 15, rank: 1 },
  main: { halfWidth: 12, rank: 2 },
  quarter: { halfWidth: 9, rank: 3 },
  local: { halfWidth: 7, rank: 4 },
  lane: { halfWidth: 3.5, rank: 4 },
  rail: { halfWidth: 16, rank: 2 },
  border: { halfWidth: 1, rank: 5 },
}

/** A hand-drawn way: a smooth curve through its points. Ends near another way join it. */
export interface PlannedWay {
  readonly name: string
  readonly wayClass: WayClass
  readonly through: readonly Vec[]
  readonly closed: boolean
}

const way = (name: string, wayClass: WayClass, through: readonly Vec[], closed = false): PlannedWay => ({
  name,
  wayClass,
  through,
  closed,
})

export const PLANNED_WAYS: readonly PlannedWay[] = [
  way(
    'Ringleden',
    'ring',
    readPoints(
      '-1720,-1760 -1800,-1100 -1760,-450 -1500,350 -1000,950 -300,1270 500,1340 1250,1180 1800,680 2010,0 1860,-650 1540,-1200 1440,-1680',
    ),
  ),
  way(
    'Fyrkantsvägen',
    'main',
    readPoints('330,-545 320,-250 330,300 330,660 300,1000 250,1330 400,1800 330,2350 60,2640'),
  ),
  way('Väderkvarnsleden', 'main', readPoints('-270,-300 -800,-290 -1300,-180 -1760,-130 -2400,20 -3130,330')),
  way('Ormbunksleden', 'main', readPoints('-290,230 -700,560 -1130,850 -1500,1180 -2100,1500 -2720,1760')),
  way(
    'Exempelesplanaden',
    'main',
    readPoints('-270,-300 330,-270 900,-250 1290,-230 2010,-120 2620,60 3020,330'),
  ),
  way('Färjeleden', 'main', readPoints('1310,500 1620,880 2200,1330 2700,1620 3010,1850')),
  way(
    'Tjärkajen',
    'main',
    readPoints('-200,-430 -430,-600 -470,-900 -500,-1250 -570,-1650 -660,-2030 -830,-2250'),
  ),
  way(
    'Vallkajen',
    'main',
    readPoints(
      '-200,-430 0,-440 330,-545 540,-575 785,-635 1010,-765 1135,-965 1170,-1200 1170,-1430 1440,-1680',
    ),
  ),

  // The old town: its quay and its long street from bridge to bridge.
  way(
    'Runda bryggan',
    'quarter',
    readPoints(
      '45,-700 -22,-900 -42,-1250 30,-1535 210,-1718 430,-1780 690,-1706 905,-1548 1018,-1390 1036,-1200 1000,-1020 905,-880 735,-764 520,-702 325,-672 140,-642',
    ),
    true,
  ),
  way('Långa repet', 'quarter', readPoints('330,-545 325,-672 360,-950 450,-1250 470,-1560 440,-1780')),
  way('Tvärrepet', 'quarter', readPoints('-42,-1180 400,-1110 760,-1130 1036,-1190 1170,-1200')),

  // The grid town.
  way('Västra stallgatan', 'quarter', readPoints('-200,-430 -270,-300 -290,230 -240,600')),
  way('Stationsgatan', 'quarter', readPoints('-240,600 330,660 900,640 1310,500')),
  way('Östra stallgatan', 'quarter', readPoints('1140,-950 1270,-620 1290,-230 1310,500')),

  // North of the railway.
  way('Lokstallsgatan', 'quarter', readPoints('-560,1150 -180,980 300,1000 1000,1030 1420,1060')),

  // West of the harbour inlet.
  way(
    'Ankarspelsgatan',
    'quarter',
    readPoints('-830,-1900 -800,-1500 -760,-1000 -790,-290 -700,120 -500,410'),
  ),
  way('Kättinggatan', 'quarter', readPoints('-490,-1150 -780,-1120 -1240,-1080 -1800,-1000')),
  way(
    'Malmlastargatan',
    'quarter',
    readPoints('-2560,-1650 -2200,-1480 -1740,-1500 -1250,-1600 -810,-1560 -545,-1500'),
  ),
  way('Silovägen', 'quarter', readPoints('-2560,-1650 -2270,-2120 -2060,-1760 -1730,-1740')),
  way('Kranförargatan', 'quarter', readPoints('-1725,-1740 -1480,-1790 -1200,-1830 -830,-1900 -610,-1900')),

  // The east.
  way(
    'Klockmakarvägen',
    'quarter',
    readPoints('1740,720 2300,780 2640,500 2620,60 2480,-480 2080,-820 1760,-850'),
  ),
  way('Pendelvägen', 'quarter', readPoints('2620,60 2950,-150 3060,-480 2760,-800 2480,-480')),
  way(
    'Uddvägen',
    'quarter',
    readPoints(
      '1440,-1680 1620,-1850 1790,-1940 2010,-2250 2300,-2270 2650,-2310 2800,-2480 2560,-2690 2200,-2680 2060,-2480 2010,-2250',
    ),
  ),

  // The north-east.
  way('Lotsstigen', 'quarter', readPoints('1620,880 1420,1400 1560,1850 2050,2080 2460,1880 2700,1620')),
  way('Fyrvaktarvägen', 'quarter', readPoints('2200,1330 2700,1180 3150,1080 3060,620 2640,500')),

  // The north.
  way('Göktytevägen', 'quarter', readPoints('400,1800 800,2000 1180,2420 760,2640 330,2350')),
  way('Tallkottevägen', 'quarter', readPoints('480,1340 840,1640 800,2000')),

  // The north-west: high houses in a park.
  way(
    'Smörblomsringen',
    'quarter',
    readPoints(
      '-1500,1180 -1430,1700 -1720,2150 -2350,2180 -2720,1760 -2700,1250 -2250,960 -1780,950 -1500,1180',
    ),
    true,
  ),
  way('Vitsippestigen', 'quarter', readPoints('-1450,1550 -1900,1780 -2100,1500')),

  // The west: villas.
  way('Lodlinevägen', 'quarter', readPoints('-1760,-450 -2250,-700 -2780,-640 -2960,-150 -2400,20')),
  way('Kompassvägen', 'quarter', readPoints('-3130,330 -3060,760 -2600,820 -2250,960')),
  way('Sextantvägen', 'quarter', readPoints('-2400,20 -2150,480 -1950,720 -1780,950')),
  way('Loggbokvägen', 'quarter', readPoints('-1500,350 -1900,420 -2150,480 -2600,820')),
]

/** The railway, from the harbour over the station to the train ferry. */
export const RAILWAY: readonly PlannedWay[] = [
  way(
    'Hamnbanan',
    'rail',
    readPoints(
      '-1480,-2000 -1340,-1650 -1240,-1080 -1150,-500 -930,60 -600,480 -200,740 330,830 850,830 1330,860 1800,1190 2350,1620 2700,1880 2850,1960',
    ),
  ),
]

/** Where districts meet in open country or at the water. */
export const BORDERS: readonly PlannedWay[] = [
  way('', 'border', readPoints('-2600,820 -3100,1010 -3750,1060')),
  way('', 'border', readPoints('-1430,1700 -1310,2100 -1130,2850')),
  way('', 'border', readPoints('1250,1180 1290,1700 1560,2280 1800,2800')),
  way('', 'border', readPoints('3060,620 3300,600 3700,640')),
  way('', 'border', readPoints('-1800,-1000 -2200,-1130 -2800,-1280 -3300,-1250')),
  way('', 'border', readPoints('1170,-1400 1095,-1405')),
  way('', 'border', readPoints('-200,-430 -200,-530')),
  way('', 'border', readPoints('-490,-1150 -300,-1150')),
]
