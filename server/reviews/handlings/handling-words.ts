import type { Decision } from './handling.ts'
import type { Judgement, Perspective, TradeOff } from '../review.ts'
import type { Language } from '../../platform/language.ts'

/** The fixed words of a handling. */
export interface HandlingWords {
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
  readonly toldIn: string
  readonly zone: string
  readonly hectares: string
  readonly noFigures: string
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

const sv: HandlingWords = {
  title: 'Trygghetsgranskning',
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
    'Avrundat till närmaste femtal. Grupper och källor läggs aldrig ihop. Antalet besökare är inte inräknat, och det som inte anmäls syns inte.',
  toldIn: 'För ytor som redan redovisats för samma tid hänvisas till granskning',
  zone: 'Yta',
  hectares: 'Hektar',
  noFigures: 'Inga antal redovisas: ingen källa är öppen för allmänheten.',
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
    'Varje antal avrundas för sig till närmaste femtal. 0–4, även noll, skrivs ”färre än 5”.',
    'Sexualbrott, händelser i bostad, våld utan känd miljö och händelser som rör äldrebrott, hat, barn eller nära relation ingår inte.',
    'Bara händelser med adress- eller gatuläge räknas, vid den tid då de började.',
    'Våld och hot redovisas för minst ett år, övrigt för minst ett kvartal, och bara för ytor om minst en hektar.',
    'En plats och tid redovisas en gång. Annars skulle skillnaden mellan två handlingar kunna röja enskilda händelser.',
    '”Kan inte jämföras” betyder att källan inte täcker hela perioden, inte att inget har hänt.',
    'Kameror anges efter bevakat område, ordningsvakter efter tillstånd. Närvaro är inte mätt.',
  ],
  hash: 'SHA-256 av handlingen',
  evidenceHash: 'SHA-256 av saltat underlag',
  demo: 'Exempelstad – påhittade data',
}

const en: HandlingWords = {
  title: 'Safety review of a proposal',
  caseNumber: 'Case',
  review: 'Review',
  locked: 'Evidence locked',
  decidedOn: 'Decided',
  period: 'Period',
  site: 'The site',
  decision: 'Decision',
  decisions: {
    support: 'Supported',
    support_with_conditions: 'Supported with conditions',
    object: 'Objected to',
  },
  conditions: 'Conditions',
  grounds: 'Grounds',
  decidedBy: 'Decided by',
  outcome: 'Follow-up',
  notDecided: 'The review is not decided.',
  figures: 'Reported incidents',
  figuresLead:
    'Rounded to the nearest five. Groups and sources are never added up. Visitor numbers are not included, and what is not reported does not show.',
  toldIn: 'For ground told of already for the same time see review',
  zone: 'Ground',
  hectares: 'Hectares',
  noFigures: 'No counts are told: no source is open to the public.',
  touches: 'What the proposal touches',
  cameras: 'Safety cameras whose monitored zone is touched',
  camerasNone: 'None known.',
  retention: (days) => `kept ${days} days`,
  guards: 'Permit areas of guards',
  guardsNone: 'None.',
  focusAreas: 'Focus areas',
  focusAreasNone: 'None.',
  districts: 'Districts',
  until: (from, to) => (to === null ? `from ${from}` : `${from} – ${to}`),
  tradeOffs: 'Weighing',
  tradeOff: {
    street_life: 'Street life',
    noise: 'Noise',
    accessibility: 'Accessibility',
    traffic_safety: 'Traffic safety',
  },
  judgement: { better: 'better', unchanged: 'unchanged', worse: 'worse', unknown: 'cannot be judged' },
  subject: 'What was reviewed',
  noTradeOffs:
    'Not weighed against street life, noise, accessibility and traffic safety: nothing physical changes.',
  perspectives: 'Perspectives',
  notRelevant: 'Not relevant here.',
  perspective: {
    gender: 'Gender equality',
    child: 'Children',
    disability: 'Disability',
    lgbtq: 'LGBTQ',
    elderly: 'The elderly',
    sustainability: 'Agenda 2030',
  },
  consulted: 'Consultation',
  consultedNone: 'Nobody was asked.',
  answered: 'Answered',
  unanswered: 'no answer',
  asked: 'Asked',
  party: 'Party',
  origin: 'How this came about',
  sources: 'Sources',
  method: 'Method and limits',
  methods: [
    'Each count is rounded to the nearest five on its own. 0–4, zero included, is written “fewer than 5”.',
    'Sexual offences, incidents in dwellings, violence of unknown setting, and incidents of elder crime, hate, children or close relations are left out.',
    'Only incidents positioned by address or street count, by the time at which they began.',
    'Violence and threats are told of for a year and more, the rest for a quarter and more, and only for ground of at least a hectare.',
    'A place and time is told of once. Otherwise the difference between two handlings could give single incidents away.',
    '“Cannot be compared” means that the source does not cover the whole period, not that nothing happened.',
    'Cameras are told by monitored zone, guards by permit. Presence was not measured.',
  ],
  hash: 'SHA-256 of the handling',
  evidenceHash: 'SHA-256 of the salted evidence',
  demo: 'Exempelstad – invented data',
}

export const HANDLING_WORDS: Readonly<Record<Language, HandlingWords>> = { sv, en }
