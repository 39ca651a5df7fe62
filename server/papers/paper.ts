import type { Language } from '../platform/language.ts'

/** The papers that are made from the work round a place. */
export const PAPER_KINDS = [
  'situation-picture',
  'action-plan',
  'grant-application',
  'board-report',
  'minutes',
  'statement',
  'referral-answer',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** The sections of what is laid before a board, a statement as well as the reply to a referral. */
const CASE_SECTIONS = [
  'proposal',
  'summary',
  'background',
  'preparation',
  'matter',
  'views',
  'equality',
  'attachments',
] as const

/** The sections of each paper in their order; a city's template names them by these keys. */
export const PAPER_SECTIONS = {
  'situation-picture': ['problems', 'observations', 'pictures', 'causes'],
  'action-plan': ['problems', 'goals', 'measures', 'commitments', 'consultations', 'agreements', 'follow-up'],
  'grant-application': ['request', 'why', 'costs', 'result'],
  'board-report': ['goals-reported', 'activities'],
  minutes: ['attendees', 'decisions', 'remaining', 'next'],
  statement: CASE_SECTIONS,
  'referral-answer': CASE_SECTIONS,
} as const satisfies Record<PaperKind, readonly string[]>
export type SectionKey = (typeof PAPER_SECTIONS)[PaperKind][number]

/** What a sentence rests on, with its address in this service. */
export interface PaperSource {
  readonly text: string
  /** A path of this service, `/?page=…`, or an address of elsewhere. */
  readonly href: string
}

/** A part of a section. Texts that people wrote are in the city's language, whatever the paper's. */
export type PaperBlock =
  | {
      readonly type: 'text'
      readonly text: string
      readonly isCityText: boolean
      readonly source?: PaperSource
    }
  /** Something that the paper needs and nobody has written yet. */
  | { readonly type: 'missing'; readonly text: string }
  | {
      readonly type: 'table'
      readonly caption: string
      readonly head: readonly string[]
      /** The first cell names the row. */
      readonly rows: readonly (readonly string[])[]
    }

export interface PaperSection {
  /** Stable, whatever the city calls the section. */
  readonly key: SectionKey
  readonly heading: string
  /** The part of the law that the section fills; null for none. */
  readonly law: string | null
  readonly blocks: readonly PaperBlock[]
}

/** A paper before it is drawn as a page or a file. */
export interface Paper {
  readonly kind: PaperKind
  readonly language: Language
  readonly title: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly sections: readonly PaperSection[]
}

/** What a paper lacks, in its order. */
export function missingOf({ sections }: Paper): readonly string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'missing' ? [block.text] : [])),
  )
}

/** A text of the product. */
export const said = (text: string, source?: PaperSource): PaperBlock =>
  source === undefined
    ? { type: 'text', text, isCityText: false }
    : { type: 'text', text, isCityText: false, source }

/** A text that somebody wrote. */
export const written = (text: string, source?: PaperSource): PaperBlock =>
  source === undefined
    ? { type: 'text', text, isCityText: true }
    : { type: 'text', text, isCityText: true, source }

/** Each line of a text that somebody wrote. */
export const writtenLines = (text: string): readonly PaperBlock[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [written(line.trim())]))

export const missing = (text: string): PaperBlock => ({ type: 'missing', text })
