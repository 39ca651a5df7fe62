/** A word of the programme, what a board or other body answers for, or a group that measures are meant for. */
export const ENTRY_KINDS = ['term', 'duty', 'target-group'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** An entry in one language. */
export interface EntryText {
  readonly name: string
  readonly text: string
  /** Other forms in which the word stands in a text. */
  readonly forms: readonly string[]
  /** Of target groups: what such crimes leave behind. */
  readonly afterEffects: string | null
  /** Of target groups: tools, and activities that are ready to use. */
  readonly tools: string | null
  /** Of target groups: what no map shows. */
  readonly notOnMap: string | null
}

export interface EntryContent {
  readonly kind: EntryKind
  /** Taken out of use: it stands in no page, and its versions stay. */
  readonly retired: boolean
  readonly sv: EntryText
  readonly en: EntryText
}

/** One version of an entry. Version 0 is the one that came with the product. */
export interface EntryVersion {
  readonly key: string
  readonly revision: number
  readonly content: EntryContent
  /** Null for what came with the product. */
  readonly changed: EntryStep | null
}

export interface EntryStep {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly by: string
  readonly name: string | null
}

/** The key of a new entry by its Swedish name: `Lokalt behov` is `lokalt-behov`. */
export function keyOf(name: string): string {
  return name
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '')
}
