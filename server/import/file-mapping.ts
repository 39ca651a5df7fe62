import { parseAs } from '../platform/http/fields/invalid.ts'
import { namedColumns } from './column-lookup.ts'
import type { TextForm } from '../formats/guess-text-form.ts'
import { type ImportMapping, parseImportMapping } from './import-mapping.ts'
import { UNIT_COLUMNS, type UnitTable, unitTableSchema } from './units/unit-table.ts'

/** How a file is read: incidents by a mapping of its columns, or a table of sums, whose columns are known. */
export type FileMapping = ImportMapping | UnitTable

/** @throws DomainError `invalid-mapping` that names every field at fault */
export function parseFileMapping(input: unknown): FileMapping {
  const isTable = typeof input === 'object' && input !== null && 'table' in input
  return isTable ? parseAs(unitTableSchema, input, 'invalid-mapping') : parseImportMapping(input)
}

export function isUnitTable(mapping: FileMapping): mapping is UnitTable {
  return 'table' in mapping
}

/** Every column that will be asked for. */
export function columnsOf(mapping: FileMapping): readonly string[] {
  return isUnitTable(mapping) ? UNIT_COLUMNS : namedColumns(mapping)
}

/** The layer of the file that is read; null = the only one. */
export function layerOf(mapping: FileMapping): string | null {
  return isUnitTable(mapping) ? null : mapping.layer
}

/** How the file's text is cut and decoded; null where that is to be seen from the file. */
export function textFormOf(mapping: FileMapping): TextForm | null {
  return isUnitTable(mapping) ? null : { ...mapping.csv, allowPartial: mapping.allowPartial }
}
