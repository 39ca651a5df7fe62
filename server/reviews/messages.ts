import type { Language } from '../platform/language.ts'
import { PERSPECTIVE_NAMES } from '../platform/messages.ts'
import type { Perspective } from '../platform/perspectives.ts'
import type { Decision } from './documents/document-stages.ts'
import type { Judgement, ReviewState, ReviewSubject, TradeOff } from './review.ts'

/** Names of review subjects. */
export const SUBJECT_NAMES: Readonly<Record<ReviewSubject, Readonly<Record<Language, string>>>> = {
  proposal: { sv: 'Byggnad eller plan', en: 'Building or plan' },
  lighting: { sv: 'Belysning', en: 'Lighting' },
  sight_lines: { sv: 'Sikt', en: 'Sight lines' },
  vehicle_barrier: { sv: 'Fordonshinder', en: 'Vehicle barriers' },
  guard_area: { sv: 'Ordningsvakter', en: 'Guards' },
  camera: { sv: 'Trygghetskameror', en: 'Safety cameras' },
  cleaning: { sv: 'Städning och skötsel', en: 'Cleaning and upkeep' },
  redesign: { sv: 'Ombyggnad av platsen', en: 'Redesign of the place' },
  activation: { sv: 'Aktiviteter på platsen', en: 'Activities at the place' },
  presence: { sv: 'Närvaro av personal', en: 'Presence of staff' },
  police_operation: { sv: 'Polisinsats', en: 'Police operation' },
  social_universal: { sv: 'Social insats för alla', en: 'Social measure for all' },
  communication: { sv: 'Kommunikation', en: 'Communication' },
}

/** Names used alike by the page, the documents and the printed annex. */
export interface ReviewNames {
  readonly states: Readonly<Record<ReviewState, string>>
  readonly decisions: Readonly<Record<Decision, string>>
  readonly tradeOffs: Readonly<Record<TradeOff, string>>
  readonly judgements: Readonly<Record<Judgement, string>>
  readonly perspectives: Readonly<Record<Perspective, string>>
  readonly decision: string
  readonly conditions: string
  readonly grounds: string
  readonly assessment: string
  readonly weighing: string
  readonly perspectivesTitle: string
  readonly consultation: string
  readonly party: string
  readonly asked: string
  readonly answered: string
  readonly secretAnnex: string
  readonly statute: string
  /** That secrecy is tried anew when the annex is requested. */
  readonly secrecyIsTried: string
}

const sv: ReviewNames = {
  states: {
    draft: 'Utkast',
    screening: 'Granskas',
    evidence_locked: 'Underlag låst',
    consultation: 'Samråd',
    weighing: 'Vägning',
    decided: 'Beslutad',
    followed_up: 'Uppföljd',
  },
  decisions: {
    support: 'Tillstyrks',
    support_with_conditions: 'Tillstyrks med villkor',
    object: 'Avstyrks',
  },
  tradeOffs: {
    street_life: 'Folkliv',
    noise: 'Buller',
    accessibility: 'Tillgänglighet',
    traffic_safety: 'Trafiksäkerhet',
  },
  judgements: {
    better: 'Bättre',
    unchanged: 'Oförändrat',
    worse: 'Sämre',
    unknown: 'Går inte att bedöma',
  },
  perspectives: PERSPECTIVE_NAMES.sv,
  decision: 'Ställningstagande',
  conditions: 'Villkor',
  grounds: 'Motivering',
  assessment: 'Bedömning',
  weighing: 'Vägning',
  perspectivesTitle: 'Perspektiv',
  consultation: 'Samråd',
  party: 'Part',
  asked: 'Tillfrågades',
  answered: 'Svarade',
  secretAnnex: 'Sekretessbilaga',
  statute: 'Bestämmelse som åberopas',
  secrecyIsTried: 'Exakta tal. Begärs det ut prövar staden sekretessen.',
}

const en: ReviewNames = {
  states: {
    draft: 'Draft',
    screening: 'Screening',
    evidence_locked: 'Evidence locked',
    consultation: 'Consultation',
    weighing: 'Weighing',
    decided: 'Decided',
    followed_up: 'Followed up',
  },
  decisions: {
    support: 'Supported',
    support_with_conditions: 'Supported with conditions',
    object: 'Objected to',
  },
  tradeOffs: {
    street_life: 'Street life',
    noise: 'Noise',
    accessibility: 'Accessibility',
    traffic_safety: 'Traffic safety',
  },
  judgements: { better: 'Better', unchanged: 'Unchanged', worse: 'Worse', unknown: 'Cannot be judged' },
  perspectives: PERSPECTIVE_NAMES.en,
  decision: 'Decision',
  conditions: 'Conditions',
  grounds: 'Grounds',
  assessment: 'Assessment',
  weighing: 'Weighing',
  perspectivesTitle: 'Perspectives',
  consultation: 'Consultation',
  party: 'Party',
  asked: 'Asked',
  answered: 'Answered',
  secretAnnex: 'Secret annex',
  statute: 'Provision claimed',
  secrecyIsTried: 'Exact figures. When they are asked for, the city tries the secrecy.',
}

export const REVIEW_NAMES: Readonly<Record<Language, ReviewNames>> = { sv, en }
