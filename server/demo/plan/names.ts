import type { BuildingStyle } from './quarters.ts'

/** Words that street names are made of, by how a quarter is built. All made up. */
interface NameStock {
  readonly stems: readonly string[]
  readonly endings: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ')

const SEA_CRAFTS: NameStock = {
  stems: words(
    'Tågvirkar Beckpannar Tunnskots Märlspiks Sälskinns Trossbo Blockdrej Ankarstocks Åderlåtar Bojrems Stagfocks Krabbtins Ljuster Sumpbåts Torsktungs Strömmingsrens Saltsäcks Kofots Lanternputsar Kölsvins Tjärdals Drevjärns Vantnåls Skotrings Pumpstängs Rorkults Betings Fenders',
  ),
  endings: ['gränd', 'gränden', 'trappan', 'passagen'],
}
const CRAFTS: NameStock = {
  stems: words(
    'Knappnåls Handskstygns Spolrams Skyttel Varptråds Inslags Kardborste Snörhjuls Hattforms Fingerborgs Sybågs Kragsteks Vävsked Nålbrevs Fodertygs Valkkars Blådruck Spetsknyppel Bandväv Garnharv Solvögats Trådrulle Strykjärns Linneskåps Mönsterrits Sömnads Pressdukes Klädesborst',
  ),
  endings: ['gatan', 'gränd'],
}
const WATCHES: NameStock = {
  stems: words(
    'Urfjäder Visartavle Timglas Kugghjuls Pendelstångs Gökurs Klocksträngs Minutvisar Slagverks Solurs Lodkläpps Fickurs Spiralfjäder Ankargångs Urmakarlupps Väckarklocke Spelurs Balanshjuls',
  ),
  endings: ['vägen', 'gatan', 'stigen'],
}
const FLOWERS: NameStock = {
  stems: words(
    'Smörblomme Vitsippe Gullvive Blåklocks Prästkrage Mandelblomme Tjärblomster Fibble Rölleke Kattfots',
  ),
  endings: ['vägen', 'backen', 'stigen', 'ängen'],
}
const NAVIGATION: NameStock = {
  stems: words(
    'Lodline Sextant Kompassros Loggboks Sjökorts Oktant Kursvisar Passar Nocktals Fyrsken Ledljus Remmar Prick Båkmärkes Landkännings Styrbords Babords Dyvinkel Barometer Vindros Sjörums Vattenpass Lotsjulle Signalflagg',
  ),
  endings: ['vägen', 'stigen', 'backen'],
}
const HARBOUR: NameStock = {
  stems: words(
    'Kranskops Malmlastar Truckförar Container Vinsch Silo Pallyft Stuvar Vågbrygge Lossnings Spårväxel Kolbox Pannplåts Nitbults',
  ),
  endings: ['gatan', 'vägen'],
}

const STOCKS: Readonly<Record<BuildingStyle, NameStock>> = {
  'old-town': SEA_CRAFTS,
  'closed-block': CRAFTS,
  slab: WATCHES,
  tower: FLOWERS,
  villa: NAVIGATION,
  works: HARBOUR,
  park: FLOWERS,
  open: FLOWERS,
}

const FORENAMES = [
  '',
  'Norra ',
  'Södra ',
  'Lilla ',
  'Västra ',
  'Östra ',
  'Bortre ',
  'Övre ',
  'Nedre ',
  'Gamla ',
  'Nya ',
  'Korta ',
  'Långa ',
  'Inre ',
  'Yttre ',
]

/** Gives out street names, each once; the plain ones first. */
export function createNameGiver(): (style: BuildingStyle) => string {
  const given = new Map<NameStock, number>()
  return (style) => {
    const stock = STOCKS[style]
    const turn = given.get(stock) ?? 0
    given.set(stock, turn + 1)
    const stem = stock.stems[turn % stock.stems.length]!
    const round = Math.floor(turn / stock.stems.length)
    const ending = stock.endings[round % stock.endings.length]!
    const forename = FORENAMES[Math.floor(round / stock.endings.length) % FORENAMES.length]!
    return `${forename}${stem}${ending}`
  }
}
