import { CITY_ROWS } from './permissions-city.ts'
import { PEOPLE_ROWS } from './permissions-people.ts'
import { REVIEW_ROWS } from './permissions-reviews.ts'

/** Who asks: nobody, an account of each role, and an analyst's key that was made for reading sources alone. */
export const COLUMNS = ['public', 'partner', 'planner', 'coordinator', 'analyst', 'admin', 'key'] as const
export type Column = (typeof COLUMNS)[number]

/** One line of the table: an operation on a thing, and what each caller is answered. */
export interface MatrixRow {
  readonly operation: string
  /**
   * What the path names: `-` nothing; `own` what the caller recorded or is bound to, `foreign` what somebody else did or
   * is, `there` what is nobody's; `absent` what there is not; for tiles, the layer. `-screened`: a review that waits for
   * its lock.
   */
  readonly resource: string
  readonly statuses: Readonly<Record<Column, number>>
}

/** The whole table: who is answered what. */
export const MATRIX: readonly MatrixRow[] = [CITY_ROWS, REVIEW_ROWS, PEOPLE_ROWS].flatMap(rowsOf)

function rowsOf(text: string): readonly MatrixRow[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [operation, resource, ...given] = line.trim().split(/\s+/)
      if (given.length !== COLUMNS.length) throw new Error(`A row of the table is not whole: ${line}`)
      const statuses = COLUMNS.map((column, k) => [column, Number(given[k])] as const)
      return {
        operation: operation!,
        resource: resource!,
        statuses: Object.fromEntries(statuses) as MatrixRow['statuses'],
      }
    })
}
