import { readNamedSystem } from '../../engine/projection/crs-name.ts'
import { unreadableFault } from '../decode-text.ts'
import { createElementScanner, type ElementScanner } from './json-elements.ts'
import { GEOMETRY_COLUMNS, refuseTooManyColumns, type RowSource, type SourceRow } from '../source-row.ts'

const DEEPEST = 4
/** So many records make a batch at most: a chunk of a file holds tens of thousands of empty ones. */
const BATCH_RECORDS = 500

/**
 * Opens a GeoJSON FeatureCollection, or a JSON array of records, as rows. Columns are the properties; a nested value
 * goes by its path (`location.gps`). A Point's coordinates are the columns of `GEOMETRY_COLUMNS`.
 *
 * @param wanted columns that the caller will ask for; those of the first batch's elements come behind them
 * @throws DomainError `invalid-file`
 */
export async function openJson(texts: AsyncIterable<string>, wanted: readonly string[]): Promise<RowSource> {
  const scanner = createElementScanner()
  const batches = elements(texts, scanner)
  const first = await batches.next()
  const firstRecords = first.done === true ? [] : first.value
  const names = new Set([...wanted, GEOMETRY_COLUMNS.x, GEOMETRY_COLUMNS.y, GEOMETRY_COLUMNS.type])
  for (const record of firstRecords) for (const name of record.values?.keys() ?? []) names.add(name)
  refuseTooManyColumns(names.size)
  const columns = [...names]
  return {
    columns,
    batches: toRows(prepend(firstRecords, batches), columns),
    namedSystem: () => readNamedSystem(scanner.collection()),
  }
}

interface Record {
  readonly line: number
  readonly original: string
  /** Null when the element is not JSON that can be read. */
  readonly values: ReadonlyMap<string, string> | null
}

async function* elements(texts: AsyncIterable<string>, scanner: ElementScanner): AsyncGenerator<Record[]> {
  let line = 0
  for await (const text of texts) {
    const originals = scanner.push(text)
    for (let at = 0; at < originals.length; at += BATCH_RECORDS) {
      yield originals
        .slice(at, at + BATCH_RECORDS)
        .map((original) => ({ line: ++line, original, values: valuesOf(original) }))
    }
  }
  scanner.end()
}

async function* prepend(first: Record[], rest: AsyncIterable<Record[]>) {
  if (first.length > 0) yield first
  yield* rest
}

async function* toRows(batches: AsyncIterable<Record[]>, columns: readonly string[]) {
  for await (const records of batches) yield records.map((record) => toRow(record, columns))
}

function toRow({ line, original, values }: Record, columns: readonly string[]): SourceRow {
  if (values === null) {
    return { line, fields: [], original, fault: { reason: 'malformed-row', detail: 'is not valid JSON' } }
  }
  const fields = columns.map((name) => values.get(name) ?? '')
  return { line, fields, original, fault: unreadableFault(fields.join(' ')) }
}

function valuesOf(original: string): ReadonlyMap<string, string> | null {
  try {
    return valuesOfElement(JSON.parse(original))
  } catch {
    // No JSON, or nested so deep that its values cannot be put into texts.
    return null
  }
}

function valuesOfElement(element: unknown): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  if (!isObject(element)) return values
  if (element['type'] !== 'Feature') {
    flatten(element, '', DEEPEST, values)
    return values
  }
  if (isObject(element['properties'])) flatten(element['properties'], '', DEEPEST, values)
  addText(values, 'id', element['id'])
  addGeometry(values, element['geometry'])
  return values
}

function addGeometry(values: Map<string, string>, geometry: unknown): void {
  if (!isObject(geometry)) return
  addText(values, GEOMETRY_COLUMNS.type, geometry['type'])
  const position = geometry['coordinates']
  if (geometry['type'] !== 'Point' || !Array.isArray(position)) return
  addText(values, GEOMETRY_COLUMNS.x, position[0])
  addText(values, GEOMETRY_COLUMNS.y, position[1])
}

function flatten(
  object: { readonly [key: string]: unknown },
  path: string,
  depth: number,
  into: Map<string, string>,
) {
  for (const [key, value] of Object.entries(object)) {
    const name = path === '' ? key : `${path}.${key}`
    if (isObject(value) && depth > 1) flatten(value, name, depth - 1, into)
    else addText(into, name, value)
  }
}

/** Keeps the first value of a name: a property `id` goes before the feature's own. */
function addText(values: Map<string, string>, name: string, value: unknown): void {
  if (value === null || value === undefined || values.has(name)) return
  values.set(name, typeof value === 'string' ? value : JSON.stringify(value))
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
