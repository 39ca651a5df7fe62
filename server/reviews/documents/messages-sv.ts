import type { Decision } from './document-stages.ts'
import type { PlaceFigure } from '../../releases/index.ts'
import type { Judgement, Perspective, TradeOff } from '../review.ts'

/** The fixed words of a public document. */
export interface DocumentMessages {
  readonly title: string
  readonly caseNumber: string
  readonly review: string
  readonly locked: string
  readonly decidedOn: string
  readonly period: string
  readonly site: string
  readonly decision: string
  readonly decisions: Readonly<Record<Decision, string>>
  readonly conditions: string
  readonly grounds: string
  readonly decidedBy: string
  readonly outcome: string
  readonly notDecided: string
  readonly figures: string
  readonly figuresLead: string
  readonly noFigures: string
  readonly notHere: string
  readonly nearby: string
  readonly noStatisticalAreas: string
  readonly districtFigures: string
  readonly placeFigures: (name: string) => string
  readonly placeLead: (board: string, day: string, section: number) => string
  readonly zones: Readonly<Record<PlaceFigure['zone'], (metres: number) => string>>
  readonly placeRelease: (name: string) => string
  readonly statisticalArea: string
  readonly distance: string
  readonly reach: (metres: number) => string
  readonly year: string
  readonly district: string
  readonly city: string
  readonly atLeast: (count: number) => string
  readonly map: string
  readonly mapKey: string
  readonly mapKeyOfPlaces: string
  readonly assessment: string
  readonly noAssessment: string
  readonly perceivedSafety: string
  readonly shareOf: (percent: number, margin: number | null) => string
  readonly annexes: string
  readonly annex: (statute: string, authority: string) => string
  readonly releases: string
  /** Of documents that were filed before documents took only released figures. */
  readonly earlierLead: string
  readonly zone: string
  readonly preview: string
  readonly touches: string
  readonly cameras: string
  readonly camerasNone: string
  readonly retention: (days: number) => string
  readonly guards: string
  readonly guardsNone: string
  readonly focusAreas: string
  readonly focusAreasNone: string
  readonly districts: string
  readonly until: (from: string, to: string | null) => string
  readonly tradeOffs: string
  readonly tradeOff: Readonly<Record<TradeOff, string>>
  readonly judgement: Readonly<Record<Judgement, string>>
  readonly subject: string
  readonly noTradeOffs: string
  readonly perspectives: string
  readonly notRelevant: string
  readonly perspective: Readonly<Record<Perspective, string>>
  readonly consulted: string
  readonly consultedNone: string
  readonly answered: string
  readonly unanswered: string
  readonly asked: string
  readonly party: string
  readonly origin: string
  readonly sources: string
  readonly method: string
  readonly methods: readonly string[]
  readonly hash: string
  readonly evidenceHash: string
  readonly demo: string
}

/** The words of a public document in Swedish. */
export const DOCUMENT_SV: DocumentMessages = {
  title: 'Trygghetsgranskning: offentligt underlag',
  caseNumber: 'Ärende',
  review: 'Granskning',
  locked: 'Underlag låst',
  decidedOn: 'Beslutad',
  period: 'Period',
  site: 'Området',
  decision: 'Ställningstagande',
  decisions: {
    support: 'Tillstyrks',
    support_with_conditions: 'Tillstyrks med villkor',
    object: 'Avstyrks',
  },
  conditions: 'Villkor',
  grounds: 'Motivering',
  decidedBy: 'Beslutat av',
  outcome: 'Uppföljning',
  notDecided: 'Granskningen är inte avgjord.',
  figures: 'Anmälda och rapporterade händelser',
  figuresLead:
    'Siffrorna är stadens publicerade, avrundade till närmaste femtal. Grupper och källor läggs aldrig ihop. Antalet besökare är inte inräknat, och det som inte anmäls syns inte.',
  noFigures: 'Staden hade inte publicerat några siffror när underlaget upprättades. Därför finns inga här.',
  notHere:
    'Uppgifter om själva platsen är färre än vad som får redovisas. De finns i sekretessbilagan och är bedömda där.',
  nearby: 'Statistikområden på och kring platsen, per år',
  noStatisticalAreas:
    'Stadsdelen redovisas inte efter statistikområde: den har för få, eller så saknas publicerade år.',
  districtFigures: 'Stadsdelen, med hela staden bredvid',
  placeFigures: (name) => `Platssamverkan ${name}, fyra veckor i taget`,
  placeLead: (board, day, section) =>
    `Platsens publicerade siffror, som ${board} har låtit vara offentliga: ${day}, § ${section}. De gäller platssamverkans hela område, inte bara det som prövas.`,
  zones: { place: () => 'i platssamverkans område', ring: (metres) => `${metres} m runt om` },
  placeRelease: (name) => `Platssamverkan ${name}`,
  statisticalArea: 'Statistikområde',
  distance: 'Läge',
  reach: (metres) => (metres === 0 ? 'på platsen' : `inom ${metres} m`),
  year: 'År',
  district: 'Område',
  city: 'Hela staden',
  atLeast: (count) => (count === 0 ? 'färre än vad som visas' : `minst ${count}`),
  map: 'Karta över platsen',
  mapKey: 'Platsen är fylld. Streckade linjer är statistikområdenas gränser.',
  mapKeyOfPlaces: 'Prickade linjer är gränser för platssamverkan.',
  assessment: 'Bedömning',
  noAssessment: 'Ingen bedömning är skriven.',
  perceivedSafety: 'Upplevd trygghet i stadsdelen',
  shareOf: (percent, margin) => (margin === null ? `${percent} %` : `${percent} % (± ${margin})`),
  annexes: 'Bilaga',
  annex: (statute, authority) =>
    `Sekretessbilaga med exakta tal, märkt av ${authority}: ${statute}. Begärs den ut prövar staden sekretessen.`,
  releases: 'Publicerade siffror',
  earlierLead:
    'Underlaget är upprättat efter en tidigare ordning, med avrundade antal för platsen själv. Det visas som det lämnades.',
  zone: 'Yta',
  preview: 'Förhandsvisning',
  touches: 'Vad förslaget berör',
  cameras: 'Trygghetskameror vars bevakade område berörs',
  camerasNone: 'Inga kända.',
  retention: (days) => `sparas ${days} dygn`,
  guards: 'Tillståndsområden för ordningsvakter',
  guardsNone: 'Inga.',
  focusAreas: 'Fokusområden',
  focusAreasNone: 'Inga.',
  districts: 'Stadsdelar',
  until: (from, to) => (to === null ? `från ${from}` : `${from} – ${to}`),
  tradeOffs: 'Vägning',
  tradeOff: {
    street_life: 'Folkliv',
    noise: 'Buller',
    accessibility: 'Tillgänglighet',
    traffic_safety: 'Trafiksäkerhet',
  },
  judgement: { better: 'bättre', unchanged: 'oförändrat', worse: 'sämre', unknown: 'går inte att bedöma' },
  subject: 'Det som har prövats',
  noTradeOffs: 'Vägs inte mot folkliv, buller, tillgänglighet och trafiksäkerhet: inget fysiskt ändras.',
  perspectives: 'Perspektiv',
  notRelevant: 'Inte relevant här.',
  perspective: {
    gender: 'Jämställdhet',
    child: 'Barn',
    disability: 'Funktionsnedsättning',
    lgbtq: 'Hbtq',
    elderly: 'Äldre',
    sustainability: 'Agenda 2030',
  },
  consulted: 'Samråd',
  consultedNone: 'Ingen har tillfrågats.',
  answered: 'Svarade',
  unanswered: 'inget svar',
  asked: 'Tillfrågades',
  party: 'Part',
  origin: 'Så kom uppgifterna till',
  sources: 'Källor',
  method: 'Metod och begränsningar',
  methods: [
    'Alla siffror är tagna ur stadens publicerade siffror. Inget är räknat ur annat.',
    'Varje antal är avrundat för sig till närmaste femtal. 0–4, även noll, skrivs ”färre än 5”. ”Visas inte” skyddar en annan, dold siffra.',
    'Sexualbrott, händelser i bostad, våld utan känd miljö och händelser som rör äldrebrott, hat, barn eller nära relation ingår inte.',
    'Ett statistikområde har minst 700 invånare, en stadsdel minst 2 000. Våld och hot redovisas för ett helt år, i statistikområden bara där stadsdelen har minst sex.',
    '”Kan inte jämföras” betyder att källan inte täcker hela perioden, inte att inget har hänt.',
    'Kameror anges efter bevakat område, ordningsvakter efter tillstånd. Närvaro är inte mätt.',
  ],
  hash: 'SHA-256 av det offentliga underlaget',
  evidenceHash: 'SHA-256 av sekretessbilagan, saltad',
  demo: 'Exempelstad – påhittade data',
}
