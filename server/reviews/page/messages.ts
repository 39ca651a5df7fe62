import { EVIDENCE_NAMES } from '../../checks/index.ts'
import { REVIEW_NAMES } from '../messages.ts'
import type { ReviewState } from '../review.ts'

/** The messages of a printed review. */
export interface ReviewMessages {
  readonly title: string
  readonly review: string
  readonly caseNumber: string
  readonly made: string
  readonly state: Readonly<Record<ReviewState, string>>
  /** Stamp on pages that are not filed. */
  readonly internal: string
  /** Stamped on the secret annex. */
  readonly annex: string
  readonly statute: string
  readonly authority: string
  readonly marked: string
  readonly sealed: string
  /** That secrecy is tried anew when it is requested. */
  readonly tried: string
  readonly period: string
  readonly findings: string
  readonly place: string
  readonly figures: string
  readonly zones: string
  readonly zone: string
  readonly site: string
  readonly mapAbout: string
  readonly siteCells: string
  readonly ringCells: string
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
  state: REVIEW_NAMES.sv.states,
  internal: 'Arbetsmaterial',
  annex: REVIEW_NAMES.sv.secretAnnex,
  statute: REVIEW_NAMES.sv.statute,
  authority: 'Myndighet',
  marked: 'Märkt',
  sealed: 'SHA-256, saltad',
  tried: REVIEW_NAMES.sv.secrecyIsTried,
  period: 'Period',
  findings: EVIDENCE_NAMES.sv.findings,
  place: EVIDENCE_NAMES.sv.place,
  figures: EVIDENCE_NAMES.sv.evidence,
  zones: EVIDENCE_NAMES.sv.siteAndSurroundings,
  zone: EVIDENCE_NAMES.sv.zone,
  site: EVIDENCE_NAMES.sv.site,
  mapAbout:
    'Karta med norr uppåt: området, de rutor som räknas till platsen och omgivningen, och klassen på de rutor som området berör.',
  siteCells: 'Platsens rutor (50 m)',
  ringCells: 'Omgivningens rutor (50 m)',
  area: 'Yta (ha)',
  land: 'Varav land (ha)',
  cellCount: 'Rutor (50 m)',
  counts: 'Anmälda händelser, jämfört med året före',
  subject: EVIDENCE_NAMES.sv.group,
  count: EVIDENCE_NAMES.sv.count,
  neighbours: 'I rutan och grannarna',
  interval: EVIDENCE_NAMES.sv.interval,
  perHectare: EVIDENCE_NAMES.sv.perHectare,
  yearEarlier: EVIDENCE_NAMES.sv.yearEarlier,
  ratio: EVIDENCE_NAMES.sv.ratio,
  cells: EVIDENCE_NAMES.sv.cells,
  share: EVIDENCE_NAMES.sv.shareOfSite,
  expected: 'Väntat',
  class: {
    high4: 'Minst fyra gånger',
    high2: 'Minst dubbelt',
    above: 'Fler',
    below: 'Färre',
    below2: 'Högst hälften',
    few: 'För få',
  },
  className: EVIDENCE_NAMES.sv.class,
  q: 'q',
  provenance: EVIDENCE_NAMES.sv.provenance,
  version: 'Dataversion',
  hash: 'SHA-256 av underlaget',
  sources: 'Källor',
  methods: EVIDENCE_NAMES.sv.methods,
  limits: EVIDENCE_NAMES.sv.limits,
  notices: 'Anmärkningar',
  demo: 'Exempelstad – påhittade data',
}

const en: ReviewMessages = {
  title: 'Safety review of a proposal',
  review: 'Review',
  caseNumber: 'Case',
  made: 'Made',
  state: REVIEW_NAMES.en.states,
  internal: 'Working material',
  annex: REVIEW_NAMES.en.secretAnnex,
  statute: REVIEW_NAMES.en.statute,
  authority: 'Authority',
  marked: 'Marked',
  sealed: 'SHA-256, salted',
  tried: REVIEW_NAMES.en.secrecyIsTried,
  period: 'Period',
  findings: EVIDENCE_NAMES.en.findings,
  place: EVIDENCE_NAMES.en.place,
  figures: EVIDENCE_NAMES.en.evidence,
  zones: EVIDENCE_NAMES.en.siteAndSurroundings,
  zone: EVIDENCE_NAMES.en.zone,
  site: EVIDENCE_NAMES.en.site,
  mapAbout:
    'Map, north upwards: the area, the cells that count as the site and as its surroundings, and the class of the cells that the area touches.',
  siteCells: 'Cells of the site (50 m)',
  ringCells: 'Cells of the surroundings (50 m)',
  area: 'Size (ha)',
  land: 'Of which land (ha)',
  cellCount: 'Cells (50 m)',
  counts: 'Reports, against the year before',
  subject: EVIDENCE_NAMES.en.group,
  count: EVIDENCE_NAMES.en.count,
  neighbours: 'In the cell and neighbours',
  interval: EVIDENCE_NAMES.en.interval,
  perHectare: EVIDENCE_NAMES.en.perHectare,
  yearEarlier: EVIDENCE_NAMES.en.yearEarlier,
  ratio: EVIDENCE_NAMES.en.ratio,
  cells: EVIDENCE_NAMES.en.cells,
  share: EVIDENCE_NAMES.en.shareOfSite,
  expected: 'Expected',
  class: {
    high4: 'At least four times',
    high2: 'At least twice',
    above: 'More',
    below: 'Fewer',
    below2: 'At most half',
    few: 'Too few',
  },
  className: EVIDENCE_NAMES.en.class,
  q: 'q',
  provenance: EVIDENCE_NAMES.en.provenance,
  version: 'Data version',
  hash: 'SHA-256 of the evidence',
  sources: 'Sources',
  methods: EVIDENCE_NAMES.en.methods,
  limits: EVIDENCE_NAMES.en.limits,
  notices: 'Notices',
  demo: 'Exempelstad – invented data',
}

export const REVIEW_MESSAGES: Readonly<Record<'sv' | 'en', ReviewMessages>> = { sv, en }
