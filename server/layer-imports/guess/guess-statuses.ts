import type { WholeFile } from '../open-rows.ts'
import { statusOf } from '../texts/status-words.ts'

/** What the texts of a column of statuses mean. */
export interface StatusesGuess {
  readonly column: string | null
  readonly statuses: Readonly<Record<string, 'planned' | 'active' | 'removed'>>
  /** What stands where nothing is said. */
  readonly defaults: Readonly<Record<string, string>>
  /** Texts that a person has to decide. */
  readonly unknown: readonly string[]
}

const MAX_UNKNOWN = 20

/** A register without a status lists what is there. */
export function guessStatuses({ columns, rows }: WholeFile, column: string | null): StatusesGuess {
  if (column === null) return { column, statuses: {}, defaults: { status: 'active' }, unknown: [] }
  const at = columns.indexOf(column)
  const texts = new Set(rows.flatMap(({ fields, fault }) => (fault === null ? [fields[at]!.trim()] : [])))
  const read = [...texts]
    .filter((text) => text !== '')
    .sort()
    .map((text) => [text, statusOf(text)] as const)
  return {
    column,
    statuses: Object.fromEntries(read.flatMap(([text, status]) => (status === null ? [] : [[text, status]]))),
    defaults: texts.has('') ? { status: 'active' } : {},
    unknown: read
      .filter(([, status]) => status === null)
      .slice(0, MAX_UNKNOWN)
      .map(([text]) => text),
  }
}
