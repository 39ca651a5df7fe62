import type { SourceRow } from '../source-row.ts'
import { isObject } from './json-object.ts'
import { parseElement } from './parse-element.ts'

/** The geometry of a feature as it stands in a JSON file; null for a row that is no feature. */
export function geometryOfRow({ original }: Pick<SourceRow, 'original'>): unknown {
  const { value } = parseElement(original)
  return isObject(value) ? (value['geometry'] ?? null) : null
}
