import type { ImportMapping } from './import-mapping.ts'
import { problemsRefused, type FieldProblem } from '../engine/errors.ts'
import { FLAGS } from '../engine/snapshot/incident.ts'
import { GEOMETRY_COLUMNS } from '../formats/source-row.ts'
import { IMPORT_MESSAGES as MESSAGES } from './messages.ts'

const ABSENT = -1

/** Where in a row's fields each thing stands; −1 = the mapping does not name it. */
export interface ColumnLookup {
  readonly externalId: readonly number[]
  readonly x: number
  readonly y: number
  readonly position: number
  /** For a JSON file: the kind of geometry, so that a polygon can be refused by name. */
  readonly geometryType: number
  /** Columns of a time, whose texts are read as one; none = the mapping does not name it. */
  readonly occurredFrom: readonly number[]
  readonly occurredTo: readonly number[]
  readonly reportedAt: readonly number[]
  readonly category: number
  readonly precision: number
  readonly setting: number
  readonly weight: number
  readonly text: number
  /** A column that lists flags. */
  readonly flagList: number
  /** Columns that each say yes or no to a flag. */
  readonly flags: readonly { readonly index: number; readonly bit: number }[]
}

/** Every column that a mapping names. */
export function namedColumns({ columns, flags }: ImportMapping): readonly string[] {
  const named = Object.values(columns)
    .flat()
    .filter((name) => name !== null)
  return [...new Set([...named, ...Object.keys(flags)])]
}

/**
 * Finds the mapping's columns in the file's. A JSON file of Points needs no x and y: its geometry is used.
 *
 * @throws DomainError `invalid-mapping` that names every column that the file does not have
 */
export function lookUpColumns(mapping: ImportMapping, columns: readonly string[]): ColumnLookup {
  const problems: FieldProblem[] = []
  const indexOf = (name: string | null, field: string): number => {
    if (name === null) return ABSENT
    const index = columns.indexOf(name)
    if (index < 0) problems.push(missing(field, name, columns))
    return index
  }
  const named = mapping.columns
  const fromGeometry = named.x === null && named.position === null
  const geometry = fromGeometry && columns.includes(GEOMETRY_COLUMNS.x)
  if (fromGeometry && !geometry)
    problems.push({ field: 'columns.x', rule: 'is needed: the file has no geometry' })
  const lookup: ColumnLookup = {
    externalId: named.externalId.map((name) => indexOf(name, 'columns.externalId')),
    x: indexOf(geometry ? GEOMETRY_COLUMNS.x : named.x, 'columns.x'),
    y: indexOf(geometry ? GEOMETRY_COLUMNS.y : named.y, 'columns.y'),
    position: indexOf(named.position, 'columns.position'),
    geometryType: geometry ? columns.indexOf(GEOMETRY_COLUMNS.type) : ABSENT,
    occurredFrom: named.occurredFrom.map((name) => indexOf(name, 'columns.occurredFrom')),
    occurredTo: named.occurredTo.map((name) => indexOf(name, 'columns.occurredTo')),
    reportedAt: named.reportedAt.map((name) => indexOf(name, 'columns.reportedAt')),
    category: indexOf(named.category, 'columns.category'),
    precision: indexOf(named.precision, 'columns.precision'),
    setting: indexOf(named.setting, 'columns.setting'),
    weight: indexOf(named.weight, 'columns.weight'),
    text: indexOf(named.text, 'columns.text'),
    flagList: indexOf(named.flags, 'columns.flags'),
    flags: Object.entries(mapping.flags).map(([name, flag]) => ({
      index: indexOf(name, 'flags'),
      bit: FLAGS[flag],
    })),
  }
  if (problems.length === 0) return lookup
  throw problemsRefused('invalid-mapping', problems)
}

function missing(field: string, name: string, columns: readonly string[]): FieldProblem {
  const shown = columns.slice(0, 30).join(', ')
  const { sv, en } = MESSAGES.noColumn(JSON.stringify(name), shown)
  return { field, value: name, rule: en, sv }
}
