import { isIdName, isRenumbered } from './id-names.ts'

const MIN_DISTINCT = 0.5
const MIN_FILLED = 0.3

/** What is known of a column's texts as ids. */
interface IdColumn {
  readonly column: string
  readonly blank: number
  /** Different texts of a column that is called as an id; 0 for others. */
  readonly distinctIds: number
}

/** The column that says which row is which. */
export interface IdGuess {
  readonly column: string
  /** True for numbers that a program may give anew in the next file. */
  readonly renumbered: boolean
  /** Rows without an id, and rows whose id has come before. */
  readonly blank: number
  readonly repeated: number
}

/**
 * The column called as an id whose texts do not repeat, or of those the one that repeats least; one that keeps from file to file before one that may be
 * numbered anew. Of an id that comes again and again the rows would be taken for changes of one another.
 */
export function guessId(
  profiles: readonly IdColumn[],
  rows: number,
): { readonly id: IdGuess | null; readonly repeating: readonly IdGuess[] } {
  const named = profiles
    .filter(({ column, distinctIds }) => isIdName(column) && distinctIds > 0)
    .map((profile) => ({ profile, guess: idOf(profile, rows) }))
  const isKey = ({ profile, guess }: (typeof named)[number]) =>
    profile.distinctIds >= MIN_DISTINCT * (rows - guess.blank) && rows - guess.blank >= MIN_FILLED * rows
  const keys = named.filter(isKey)
  const [best] = keys.sort(
    (a, b) =>
      Number(a.guess.renumbered) - Number(b.guess.renumbered) ||
      Math.sign(a.guess.repeated) - Math.sign(b.guess.repeated) ||
      a.guess.blank - b.guess.blank,
  )
  return {
    id: best?.guess ?? null,
    repeating: named.filter((one) => !isKey(one)).map(({ guess }) => guess),
  }
}

function idOf({ column, blank, distinctIds }: IdColumn, rows: number): IdGuess {
  return {
    column,
    renumbered: isRenumbered(column),
    blank,
    repeated: rows - blank - distinctIds,
  }
}
