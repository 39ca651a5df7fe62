import { REVIEW_NAMES } from '../messages.ts'
import type { MapWords } from './map-picture.ts'
import type { Decision } from './document-stages.ts'
import type { PlaceFigure } from '../../releases/index.ts'
import type { Perspective } from '../../platform/perspectives.ts'
import type { Judgement, TradeOff } from '../review.ts'

const names = REVIEW_NAMES.sv

/** The messages of a public document. */
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
  readonly mapAbout: string
  readonly mapWords: MapWords
  readonly mapSources: string
  readonly assessment: string
  readonly noAssessment: string
  readonly perceivedSafety: string
  readonly shareOf: (percent: number, margin: number | null) => string
  readonly annexes: string
  readonly annex: (statute: string, authority: string) => string
  readonly releases: string
  /** For early documents, from before documents contained only released figures. */
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
  readonly needs: {
    readonly title: string
    readonly none: string
    readonly sources: Readonly<Record<'walk' | 'survey' | 'picture' | 'board', string>>
    readonly here: string
    readonly elsewhere: string
    readonly open: string
    readonly notNow: string
    readonly others: (count: number) => string
  }
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
  readonly uncited: string
  readonly uncitedLead: string
  readonly method: string
  readonly methods: readonly string[]
  readonly hash: string
  readonly evidenceHash: string
  readonly demo: string
}

/** The messages of a public document in Swedish. */
export const DOCUMENT_SV: DocumentMessages = {
  title: 'Trygghetsgranskning: offentligt underlag',
  caseNumber: 'Ärende',
  review: 'Granskning',
  locked: 'Underlag låst',
  decidedOn: 'Beslutad',
  period: 'Period',
  site: 'Området',
  decision: names.decision,
  decisions: names.decisions,
  conditions: names.conditions,
  grounds: names.grounds,
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
  mapAbout:
    'Karta med norr uppåt: området med gator, vatten, avståndslinjer, statistikområden och skalstock.',
  mapWords: {
    site: 'Området',
    ring: () => 'Avstånd från området',
    statisticalAreas: 'Statistikområden',
    places: 'Platssamverkan',
    water: 'Vatten',
  },
  mapSources: 'Karta: stadens egna kartdata i Lägesbild, som de var när underlaget upprättades.',
  assessment: names.assessment,
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
  needs: {
    title: 'Lokala behov, och vad det blev av dem',
    none: 'Inga behov är anmälda på platsen eller inom 200 meter.',
    sources: {
      walk: 'från en trygghetsvandring',
      survey: 'från en undersökning',
      picture: 'från en lägesbild',
      board: 'från en nämnd',
    },
    here: 'Taget med i förslaget.',
    elsewhere: 'Taget med i något annat.',
    open: 'Öppet: inget är bestämt än.',
    notNow: 'Inte nu, därför att:',
    others: (count) =>
      count === 1
        ? 'Ytterligare ett behov är skrivet för platsens parter och återges inte här.'
        : `Ytterligare ${count} behov är skrivna för platsens parter och återges inte här.`,
  },
  until: (from, to) => (to === null ? `från ${from}` : `${from} – ${to}`),
  tradeOffs: names.weighing,
  tradeOff: names.tradeOffs,
  judgement: names.judgements,
  subject: 'Det som har prövats',
  noTradeOffs: 'Vägs inte mot folkliv, buller, tillgänglighet och trafiksäkerhet: inget fysiskt ändras.',
  perspectives: names.perspectivesTitle,
  notRelevant: 'Inte relevant här.',
  perspective: names.perspectives,
  consulted: names.consultation,
  consultedNone: 'Ingen har tillfrågats.',
  answered: names.answered,
  unanswered: 'inget svar',
  asked: names.asked,
  party: names.party,
  origin: 'Så kom uppgifterna till',
  sources: 'Källor',
  uncited: 'Källor som inte får citeras',
  uncitedLead:
    'Staden har publicerat siffror ur dem, men de får inte återges i handlingar. Inga siffror ur samma register ingår därför här. Det betyder inte att inget har hänt.',
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
