import { CITY_ROWS } from './permissions-city.ts'
import { OBSERVATION_ROWS } from './permissions-observations.ts'
import { PEOPLE_ROWS } from './permissions-people.ts'
import { ROLE_ROWS } from './permissions-roles.ts'
import { ROLE_WORK_ROWS } from './permissions-roles-work.ts'
import { REVIEW_ROWS } from './permissions-reviews.ts'
import { WORK_ROWS } from './permissions-work.ts'

/** The callers: anonymous, an account of each role, and an analyst's key with the scope of reading sources only. */
const FIRST_COLUMNS = ['public', 'partner', 'planner', 'coordinator', 'analyst', 'admin', 'key'] as const
const ROLE_COLUMNS = ['reporter', 'reader', 'registrar'] as const
export const COLUMNS = [...FIRST_COLUMNS, ...ROLE_COLUMNS] as const
export type Column = (typeof COLUMNS)[number]

/** One row of the matrix: an operation on a resource, and each caller's status. */
export interface MatrixRow {
  readonly operation: string
  /**
   * The path's resource: `-` none; `own` recorded by the caller or their place, `foreign` somebody else's, `there`
   * nobody's; `absent` missing; for tiles, the layer. `-screened`: a review that awaits its lock.
   */
  readonly resource: string
  readonly statuses: Readonly<Record<Column, number>>
}

const OF_ROLES = new Map(
  rowsOf(ROLE_ROWS + ROLE_WORK_ROWS, ROLE_COLUMNS).map(({ operation, resource, statuses }) => [
    `${operation} ${resource}`,
    statuses,
  ]),
)

/** The whole permission matrix. Roles without a row of their own are answered as administrators are. */
export const MATRIX: readonly MatrixRow[] = [CITY_ROWS, REVIEW_ROWS, WORK_ROWS, OBSERVATION_ROWS, PEOPLE_ROWS]
  .flatMap((text) => rowsOf(text, FIRST_COLUMNS))
  .map(({ operation, resource, statuses }) => {
    const asAdmin = Object.fromEntries(ROLE_COLUMNS.map((role) => [role, statuses.admin]))
    const own = OF_ROLES.get(`${operation} ${resource}`)
    OF_ROLES.delete(`${operation} ${resource}`)
    return { operation, resource, statuses: { ...asAdmin, ...statuses, ...own } as MatrixRow['statuses'] }
  })
if (OF_ROLES.size > 0)
  throw new Error(`Rows of roles without a row of the table: ${[...OF_ROLES.keys()].join(', ')}`)

interface Statuses<C extends string> {
  readonly operation: string
  readonly resource: string
  readonly statuses: Readonly<Record<C, number>>
}

function rowsOf<C extends string>(text: string, columns: readonly C[]): readonly Statuses<C>[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [operation, resource, ...given] = line.trim().split(/\s+/)
      if (given.length !== columns.length) throw new Error(`A row of the table is not whole: ${line}`)
      const statuses = columns.map((column, k) => [column, Number(given[k])] as const)
      return {
        operation: operation!,
        resource: resource!,
        statuses: Object.fromEntries(statuses) as Record<C, number>,
      }
    })
}
