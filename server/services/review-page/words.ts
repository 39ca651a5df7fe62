/** The fixed words of a printed review. */
export interface ReviewWords {
  readonly title: string
  readonly review: string
  readonly made: string
  readonly state: Readonly<Record<string, string>>
  readonly period: string
  readonly findings: string
  readonly figures: string
  readonly zones: string
  readonly zone: string
  readonly site: string
  readonly area: string
  readonly land: string
  readonly counts: string
  readonly subject: string
  readonly count: string
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
  readonly other: string
}

const sv: ReviewWords = {
  title: 'Trygghetsgranskning',
  review: 'Granskning',
  made: 'Upprättad',
  state: { draft: 'utkast' },
  period: 'Period',
  findings: 'Iakttagelser',
  figures: 'Underlag',
  zones: 'Området och dess omgivning',
  zone: 'Zon',
  site: 'Området',
  area: 'Area (ha)',
  land: 'Varav land (ha)',
  counts: 'Anmälda händelser',
  subject: 'Grupp',
  count: 'Antal',
  interval: '95 % intervall',
  perHectare: 'Per hektar',
  yearEarlier: 'Året före',
  ratio: 'Kvot (95 %)',
  cells: 'Celler som området berör',
  share: 'Andel av området',
  expected: 'Jämn fördelning',
  class: {
    high4: 'minst fyra gånger',
    high2: 'minst dubbelt',
    above: 'fler',
    below: 'färre',
    below2: 'högst hälften',
    few: 'för få',
  },
  className: 'Klass',
  q: 'q',
  provenance: 'Härkomst',
  version: 'Dataversion',
  hash: 'SHA-256 av underlaget',
  sources: 'Källor',
  methods: 'Metoder',
  limits: 'Begränsningar',
  notices: 'Anmärkningar',
  demo: 'Exempelstad: påhittade data',
  other: 'In English',
}

const en: ReviewWords = {
  title: 'Safety review of a proposal',
  review: 'Review',
  made: 'Made',
  state: { draft: 'draft' },
  period: 'Period',
  findings: 'Findings',
  figures: 'Evidence',
  zones: 'The area and its surroundings',
  zone: 'Zone',
  site: 'The area',
  area: 'Area (ha)',
  land: 'Of which land (ha)',
  counts: 'Reports',
  subject: 'Group',
  count: 'Count',
  interval: '95 % interval',
  perHectare: 'Per hectare',
  yearEarlier: 'Year before',
  ratio: 'Ratio (95 %)',
  cells: 'Cells that the area touches',
  share: 'Share of the area',
  expected: 'Even spread',
  class: {
    high4: 'at least four times',
    high2: 'at least twice',
    above: 'more',
    below: 'fewer',
    below2: 'at most half',
    few: 'too few',
  },
  className: 'Class',
  q: 'q',
  provenance: 'Provenance',
  version: 'Data version',
  hash: 'SHA-256 of the evidence',
  sources: 'Sources',
  methods: 'Methods',
  limits: 'Limits',
  notices: 'Notices',
  demo: 'Exempelstad: invented data',
  other: 'På svenska',
}

export const REVIEW_WORDS: Readonly<Record<'sv' | 'en', ReviewWords>> = { sv, en }
