import { z } from 'zod'
import { DomainError } from '../../engine/errors.ts'
import { importMappingSchema } from '../import-mapping.ts'
import { IMPORT_MESSAGES as MESSAGES } from '../messages.ts'

/** What stands for a mapping where the file is a table of sums: its columns have names of their own. */
export const unitTableSchema = z
  .strictObject({ table: z.literal('units'), source: importMappingSchema.shape.source })
  .meta({
    description:
      'A table of sums: columns month, category, count, and i and j (a cell of 50 m) or area (and kind); setting and flags may be left out.',
  })

export type UnitTable = z.output<typeof unitTableSchema>

/** Columns of a table of sums, in the order of the documentation. */
export const UNIT_COLUMNS = [
  'i',
  'j',
  'area',
  'kind',
  'month',
  'category',
  'setting',
  'flags',
  'count',
] as const
export type UnitColumn = (typeof UNIT_COLUMNS)[number]

/** Where in a row's fields each column stands; −1 for one that the table does not have. */
export type UnitColumnLookup = Readonly<Record<UnitColumn, number>>

/** @throws DomainError `invalid-file` that names the columns which are missing */
export function lookUpUnitColumns(columns: readonly string[]): UnitColumnLookup {
  const at = Object.fromEntries(UNIT_COLUMNS.map((name) => [name, columns.indexOf(name)])) as UnitColumnLookup
  const places = at.area >= 0 ? [] : (['i', 'j'] as const)
  const missing = [...places, 'month', 'category', 'count'].filter((name) => at[name as UnitColumn] < 0)
  if (at.i < 0 !== at.j < 0) missing.push(at.i < 0 ? 'i' : 'j')
  if (missing.length === 0) return at
  const lacking = [...new Set(missing)].join(', ')
  throw new DomainError('invalid-file', MESSAGES.unitColumns(lacking, columns.slice(0, 30).join(', ')))
}
