import type { ReviewState } from '../review.ts'

/** The fixed words of a printed review. */
export interface ReviewMessages {
  readonly title: string
  readonly review: string
  readonly caseNumber: string
  readonly made: string
  readonly state: Readonly<Record<ReviewState, string>>
  /** Stamped on what is not filed. */
  readonly internal: string
  /** Stamped on the secret annex. */
  readonly annex: string
  readonly statute: string
  readonly authority: string
  readonly marked: string
  readonly sealed: string
  /** What becomes of it when somebody asks for it. */
  readonly tried: string
  readonly period: string
  readonly findings: string
  readonly place: string
  readonly figures: string
  readonly zones: string
  readonly zone: string
  readonly site: string
  readonly siteKey: string
  readonly area: string
  readonly land: string
  readonly cellCount: string
  readonly counts: string
  readonly subject: string
  readonly count: string
  readonly neighbours: string
  readonly interval: string
  readonly perHectare: string
  readonly yearEarlier: string
  readonly ratio: string
  readonly cells: string
  readonly share: string
  readonly expected: string
  readonly class: Readonly<Record<string, string>>
  readonly className: string
  readonly q: string
  readonly provenance: string
  readonly version: string
  readonly hash: string
  readonly sources: string
  readonly methods: string
  readonly limits: string
  readonly notices: string
  readonly demo: string
}

const sv: ReviewMessages = {
  title: 'Trygghetsgranskning',
  review: 'Granskning',
  caseNumber: 'Ärende',
  made: 'Upprättad',
  state: {
    draft: 'utkast',
    screening: 'granskas',
    evidence_locked: 'underlag låst',
    consultation: 'samråd',
    weighing: 'vägs',
    decided: 'beslutad',
    followed_up: 'uppföljd',
  },
  internal: 'Arbetsmaterial',
  annex: 'Sekretessbilaga',
  statute: 'Bestämmelse som åberopas',
  authority: 'Myndighet',
  marked: 'Märkt',
  sealed: 'SHA-256, saltad',
  tried: 'Exakta tal. Begärs det ut prövar staden sekretessen.',
  period: 'Period',
  findings: 'Vad som är känt',
  place: 'Platsen',
  figures: 'Underlag',
  zones: 'Platsen och dess omgivning',
  zone: 'Zon',
  site: 'Området',
  siteKey: 'Området, de 50-metersrutor som räknas som platsen och, tunnare, omgivningens.',
  area: 'Yta (ha)',
  land: 'Varav land (ha)',
  cellCount: 'Rutor (50 m)',
  counts: 'Anmälda händelser, jämfört med året före',
  subject: 'Grupp',
  count: 'Antal',
  neighbours: 'I rutan och grannarna',
  interval: '95 %',
  perHectare: 'Per hektar',
  yearEarlier: 'Året före',
  ratio: 'Kvot (95 %)',
  cells: 'Rutor som området berör',
  share: 'Andel av området',
  expected: 'Väntat',
  class: {
    high4: 'Minst fyra gånger',
    high2: 'Minst dubbelt',
    above: 'Fler',
    below: 'Färre',
    below2: 'Högst hälften',
    few: 'För få',
  },
  className: 'Klass',
  q: 'q',
  provenance: 'Så kom siffrorna till',
  version: 'Dataversion',
  hash: 'SHA-256 av underlaget',
  sources: 'Källor',
  methods: 'Metoder',
  limits: 'Begränsningar',
  notices: 'Anmärkningar',
  demo: 'Exempelstad – påhittade data',
}

const en: ReviewMessages = {
  title: 'Safety review of a proposal',
  review: 'Review',
  caseNumber: 'Case',
  made: 'Made',
  state: {
    draft: 'draft',
    screening: 'being screened',
    evidence_locked: 'evidence locked',
    consultation: 'consultation',
    weighing: 'being weighed',
    decided: 'decided',
    followed_up: 'followed up',
  },
  internal: 'Working material',
  annex: 'Secret annex',
  statute: 'Provision claimed',
  authority: 'Authority',
  marked: 'Marked',
  sealed: 'SHA-256, salted',
  tried: 'Exact figures. When they are asked for, the city tries the secrecy.',
  period: 'Period',
  findings: 'What is known',
  place: 'The place',
  figures: 'Evidence',
  zones: 'The site and its surroundings',
  zone: 'Zone',
  site: 'The area',
  siteKey: 'The area, the cells of 50 m that count as the site and, thinner, those of its surroundings.',
  area: 'Size (ha)',
  land: 'Of which land (ha)',
  cellCount: 'Cells (50 m)',
  counts: 'Reports, against the year before',
  subject: 'Group',
  count: 'Count',
  neighbours: 'In the cell and neighbours',
  interval: '95 %',
  perHectare: 'Per hectare',
  yearEarlier: 'Year before',
  ratio: 'Ratio (95 %)',
  cells: 'Cells that the area touches',
  share: 'Share of the area',
  expected: 'Expected',
  class: {
    high4: 'At least four times',
    high2: 'At least twice',
    above: 'More',
    below: 'Fewer',
    below2: 'At most half',
    few: 'Too few',
  },
  className: 'Class',
  q: 'q',
  provenance: 'How the figures came about',
  version: 'Data version',
  hash: 'SHA-256 of the evidence',
  sources: 'Sources',
  methods: 'Methods',
  limits: 'Limits',
  notices: 'Notices',
  demo: 'Exempelstad – invented data',
}

export const REVIEW_MESSAGES: Readonly<Record<'sv' | 'en', ReviewMessages>> = { sv, en }
