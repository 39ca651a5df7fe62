import { isObject } from './json-object.ts'

/**
 * The names of the places of records that are lists, as the document says them: `columns` or `fields` beside the list, or
 * the columns of a Socrata view. Null when it does not.
 *
 * @param document as far as the list, which is empty
 */
export function namesOfPlaces(document: unknown): readonly string[] | null {
  if (!isObject(document)) return null
  const { meta, columns, fields } = document
  const view = isObject(meta) && isObject(meta['view']) ? meta['view']['columns'] : undefined
  const named = [columns, fields, view].find((list) => Array.isArray(list) && list.length > 0)
  return Array.isArray(named) ? named.map(nameOf) : null
}

/** The names that a first record gives when it is a header: nothing but different texts. */
export function namesInRecord(record: unknown): readonly string[] | null {
  if (!Array.isArray(record) || record.length === 0) return null
  const isHeader = record.every((name) => typeof name === 'string') && new Set(record).size === record.length
  return isHeader ? record.map(String) : null
}

function nameOf(column: unknown, index: number): string {
  if (typeof column === 'string') return column
  const given = isObject(column) ? (column['fieldName'] ?? column['name'] ?? column['id']) : undefined
  return typeof given === 'string' ? given : `${index + 1}`
}
