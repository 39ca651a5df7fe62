import type { NewWorkItem } from '../../server/work/index.ts'

export const PROBLEM = {
  title: 'Bråk på kvällarna',
  subject: 'people',
  where: null,
  when: null,
  priority: false,
  perspectives: {},
  evidence: [],
} as const
export const CAUSE = {
  why: 'Mörkt',
  causeKind: 'environment',
  parentId: null,
  evidence: [],
  contradictedBy: null,
}
export const GOAL = {
  what: 'Färre anmälda händelser',
  indicatorKind: 'released',
  indicator: 'Våld, per år',
  baseline: 40,
  target: 20,
  unit: null,
  ils: null,
}
export const MEASURE = {
  title: 'Ny belysning',
  type: 'lighting',
  owner: 'Trafikkontoret',
  parties: [],
  beginsOn: null,
  endsOn: null,
  causeIds: [],
  goalIds: [],
  targetGroup: null,
  geometry: null,
  money: null,
  decision: null,
  cancelledBecause: null,
}

export const PICTURE = {
  periodFrom: '2026-01-01',
  periodTo: '2026-02-28',
  problems: 'Bråk på kvällarna',
  conditions: null,
  needs: null,
  resources: null,
  party: null,
  spokenOn: null,
}

export const NEED = {
  sentence: 'Ljus vid porten',
  source: 'walk',
  point: null,
  proposalId: null,
  measureId: null,
  notNowBecause: null,
}
const TERM = { beginsOn: '2026-01-01', endsOn: '2027-12-31', decision: null }
export const AGREEMENT = {
  ...TERM,
  parties: ['Stadsdelsnämnden', 'Lokalpolisområdet'],
  problemAreas: [],
  forums: [],
  yearlyPlan: null,
}
export const PROMISE = {
  ...TERM,
  sentence: 'Vi är på torget varje kväll',
  where: null,
  measureIds: [],
  outcome: null,
}

export const RECORDS_REQUEST = {
  wanted: 'Anmälda stölder vid torget',
  receivedOn: '2026-01-20',
  figures: [],
  handedOut: null,
  statute: null,
  appeal: null,
  preparedBy: null,
  decidedBy: null,
  decidedOn: null,
}

export const NOTICE = {
  event: 'lighting',
  title: 'Trasig belysning',
  text: 'Lampan vid bänken lagas på måndag.',
  titleEn: null,
  textEn: null,
  agreedWith: [],
  source: 'Trafikkontoret',
  owner: 'Trafikkontoret',
  beginsOn: null,
  endsOn: null,
}

export const WALK = {
  hour: '18:30',
  light: 'dark',
  groups: [{ group: 'Boende', count: 7 }],
  route: [],
  preparedOn: null,
  followedUpOn: null,
  repeats: null,
}
export const FINDING = {
  kind: 'darkness',
  position: null,
  text: 'Lampan vid bänken',
  who: null,
  response: null,
  repeats: null,
}

export const BOARD_REPORT = { occasion: 't1', year: 2026, board: 'Trafiknämnden', entries: [] } as const

export const CONSULTATION = {
  who: 'Pensionärsrådet',
  heldOn: '2025-01-15',
  said: 'Det är mörkt vid bänken',
  outcome: null,
}
export const BOARD_CASE = {
  form: 'statement',
  title: 'Ny belysning',
  board: 'Stadsdelsnämnden',
  caseNumber: null,
  referredBy: null,
  proposal: null,
  summary: null,
  background: null,
  matter: null,
  views: null,
  equality: null,
  attachments: [],
}

const DAYS = { from: '2025-01-01', to: '2025-12-31' }
const NOTHING = { before: 0, after: 0 }
/** Of a method that there was never: nothing of it is computed again. */
const EVALUATION = {
  result: {
    method: 0,
    measure: { id: 1, geometry: null, beginsOn: null, carriedOutBy: null },
    group: 'order',
    others: [],
    after: DAYS,
    before: [DAYS, DAYS],
    cells: { site: 1, ring: 6 },
    ringMetres: 150,
    evaluation: { conclusion: 'too-few', counts: { site: NOTHING, ring: NOTHING }, comparison: null },
    series: [],
    unitsVersion: '0',
    cutAt: '2026-01-05T12:00:00.000Z',
  },
  sha256: '0',
  epoch: '0',
  visible: '0',
  learnt: null,
}

export type Kind = NewWorkItem['kind']
/** The stored form of each kind: first state, content, and parent kind. */
export const ITEMS: Readonly<Record<Kind, { state: string; content: object; partOf?: Kind }>> = {
  meeting: { state: 'planned', content: { forum: 'place', attendees: [], minutes: null } },
  commitment: {
    state: 'open',
    content: { kind: 'commitment', what: 'Byt lampor', who: 'Trafikkontoret', movedFrom: null },
  },
  problem: { state: 'open', content: PROBLEM },
  cause: { state: 'assumed', content: CAUSE, partOf: 'problem' },
  goal: { state: 'open', content: GOAL, partOf: 'problem' },
  measure: { state: 'proposed', content: MEASURE },
  evaluation: { state: 'computed', content: EVALUATION, partOf: 'measure' },
  'board-report': { state: 'draft', content: BOARD_REPORT },
  'board-case': { state: 'draft', content: BOARD_CASE },
  consultation: { state: 'open', content: CONSULTATION },
  walk: { state: 'planned', content: WALK },
  finding: { state: 'open', content: FINDING, partOf: 'walk' },
  evidence: {
    state: 'attached',
    content: {
      pointer: { kind: 'document', address: 'dnr 2026/12' },
      text: null,
      frozen: { value: null, hidden: null, margin: null, source: null, version: '2026-03-01' },
    },
    partOf: 'problem',
  },
  'local-need': { state: 'open', content: NEED },
  'need-question': { state: 'asked', content: { proposalId: 1, reply: null } },
  agreement: { state: 'proposed', content: AGREEMENT },
  promise: { state: 'proposed', content: PROMISE },
  notice: { state: 'prepared', content: { ...NOTICE, publishedAt: null, correctedAt: null } },
  'records-request': { state: 'received', content: RECORDS_REQUEST },
  'situation-picture': { state: 'open', content: { ...PICTURE, form: 'joint', figures: null } },
  'picture-line': {
    state: 'written',
    content: { heading: 'needs', text: 'Mer ljus', party: 'Handlarna' },
    partOf: 'situation-picture',
  },
}
