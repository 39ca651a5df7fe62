import { DomainError } from '../../engine/errors.ts'
import { readNamedSystem } from '../../engine/projection/crs-name.ts'
import { unreadableFault } from '../decode-text.ts'
import { unixLineBreaks } from '../unix-line-breaks.ts'
import { GEOMETRY_COLUMNS, refuseTooManyColumns, type RowSource, type SourceRow } from '../source-row.ts'
import { valuesOfElement, valuesOfList } from './element-values.ts'
import { isObject } from './json-object.ts'
import { openScanner, type ScannedFile } from './open-scanner.ts'
import type { JsonElement } from './json-scanner.ts'
import { namesInRecord } from './list-names.ts'
import { parseElement } from './parse-element.ts'
import { JSON_MESSAGES } from '../messages/json.ts'

/** So many records make a batch at most: a chunk of a file holds tens of thousands of empty ones. */
const BATCH_RECORDS = 500

/**
 * Opens JSON as rows: a GeoJSON FeatureCollection, the features of an ArcGIS service, a list of records as it stands or in
 * the answer of a service (`{"result": {"records": […]}}`), one record a line, or a text sequence (RFC 8142). Columns
 * are the properties; a nested value goes by its path (`location.gps`). The coordinates of a geometry that is one point are
 * the columns of `GEOMETRY_COLUMNS`.
 *
 * @param wanted columns that the caller will ask for; those of the first batch's elements come behind them
 * @param allowPartial true to take a file that says of itself that it is a part of more
 * @throws DomainError `invalid-file`
 */
export async function openJson(
  texts: AsyncIterable<string>,
  wanted: readonly string[],
  allowPartial: boolean,
): Promise<RowSource> {
  const file = await openScanner(unixLineBreaks(texts), allowPartial)
  const batches = records(file)
  const first = await batches.next()
  const firstRecords = first.done === true ? [] : first.value
  const names = new Set([...wanted, GEOMETRY_COLUMNS.x, GEOMETRY_COLUMNS.y, GEOMETRY_COLUMNS.type])
  for (const record of firstRecords) for (const name of record.values?.keys() ?? []) names.add(name)
  refuseTooManyColumns(names.size)
  const columns = [...names]
  return {
    columns,
    batches: toRows(prepend(firstRecords, batches), columns),
    namedSystem: () => readNamedSystem(file.document()),
  }
}

interface Record {
  readonly line: number
  readonly original: string
  /** Null when the element cannot be read. */
  readonly values: ReadonlyMap<string, string> | null
  readonly fault: SourceRow['fault']
}

async function* records({ elements, names }: ScannedFile): AsyncGenerator<Record[]> {
  let places = names
  let started = false
  for await (const batch of elements) {
    let from = 0
    if (!started && places === null) {
      places = namesInRecord(parseElement(batch[0]!.text).value)
      if (places !== null) from = 1
    }
    started = true
    for (let at = from; at < batch.length; at += BATCH_RECORDS)
      yield batch.slice(at, at + BATCH_RECORDS).map((element) => recordOf(element, places))
  }
}

async function* prepend(first: Record[], rest: AsyncIterable<Record[]>) {
  if (first.length > 0) yield first
  yield* rest
}

async function* toRows(batches: AsyncIterable<Record[]>, columns: readonly string[]) {
  for await (const batch of batches) yield batch.map((record) => toRow(record, columns))
}

function toRow({ line, original, values, fault }: Record, columns: readonly string[]): SourceRow {
  if (values === null) return { line, fields: [], original, fault }
  const fields = columns.map((name) => values.get(name) ?? '')
  return { line, fields, original, fault: unreadableFault(fields.join(' ')) }
}

function recordOf({ line, text }: JsonElement, places: readonly string[] | null): Record {
  const record = { line, original: text }
  const { value, fault } = parseElement(text)
  if (fault !== null) return { ...record, values: null, fault }
  if (isObject(value)) {
    if (value['type'] === 'FeatureCollection' && Array.isArray(value['features']))
      throw new DomainError(
        'invalid-file',
        JSON_MESSAGES.collectionAmongRecords(line, value['features'].length),
      )
    return { ...record, values: valuesOfElement(value), fault: null }
  }
  if (!Array.isArray(value)) {
    return { ...record, values: null, fault: { reason: 'malformed-row', detail: 'is no JSON object' } }
  }
  if (places === null) throw new DomainError('invalid-file', JSON_MESSAGES.unnamedLists)
  return { ...record, values: valuesOfList(value, places), fault: null }
}
