import { DomainError } from '../../engine/errors.ts'
import { type JsonOutline, type OutlinedList, outlineObject } from './json-outline.ts'
import { JSON_MESSAGES } from '../messages/json.ts'

/** How a JSON file holds its records: in a list of a document, or as one text after the other. */
export type JsonLayout =
  | { readonly kind: 'list'; readonly path: readonly string[]; readonly start: number }
  | { readonly kind: 'texts'; readonly cut: 'lines' | 'separators' | 'objects' }

/** Characters after which a list that is still open is taken for the one with the records. */
const MAX_LOOKED_AT = 65_536
const MAX_HEAD = 1_000_000
const RECORD_SEPARATOR = '\x1e'
/** What services call their list of records, the surer before the others. */
const NAMES_OF_RECORDS: readonly string[] = [
  'features',
  'records',
  'value',
  'results',
  'items',
  'rows',
  'data',
  'docs',
  'hits',
  'elements',
]
/** Lists that speak of the records and hold none. */
const NAMES_OF_METADATA: readonly string[] = [
  'fields',
  'columns',
  'links',
  'link',
  'facets',
  'filters',
  'errors',
  'coordinates',
  'geometries',
]

/**
 * How a file holds its records, seen from its beginning; `more` when more of it is needed.
 *
 * @param whole true when the text is the whole file
 * @throws DomainError `invalid-file` when it holds none, by the name of what it is
 */
export function jsonLayout(text: string, whole: boolean): JsonLayout | 'more' {
  const from = text.search(/\S/)
  if (from < 0) return 'more'
  if (text[from] === '[') return { kind: 'list', path: [], start: from + 1 }
  if (text[from] === RECORD_SEPARATOR) return { kind: 'texts', cut: 'separators' }
  const outline = outlineObject(text, from)
  if (outline.end === null) return ofOpenObject(outline, text, whole)
  const next = /\S/.exec(text.slice(outline.end))?.[0]
  if (next === undefined && !whole && text.length < MAX_LOOKED_AT) return 'more'
  const list = outline.type === 'Feature' ? null : listOfRecords(outline)
  const follows = next === '{' || next === RECORD_SEPARATOR
  if (list !== null && (!follows || isSure(list))) return inList(list)
  if (!follows && outline.type !== 'Feature') throw noRecords(outline)
  const isLine = !/[\r\n]/.test(text.slice(from, outline.end))
  return { kind: 'texts', cut: isLine ? 'lines' : 'objects' }
}

/** True for a list that is named as services name their records. */
export function isSure({ path }: Pick<OutlinedList, 'path'>): boolean {
  return NAMES_OF_RECORDS.includes(path.at(-1) ?? '')
}

/** True for the name of a list that speaks of the records and holds none. */
export function isMetadata(name: string): boolean {
  return NAMES_OF_METADATA.includes(name)
}

function ofOpenObject(outline: JsonOutline, text: string, whole: boolean): JsonLayout | 'more' {
  if (!whole && text.length < MAX_LOOKED_AT) return 'more'
  if (outline.type === 'Feature') return { kind: 'texts', cut: 'objects' }
  const list = listOfRecords(outline)
  if (list !== null) return inList(list)
  if (whole) throw new DomainError('invalid-file', JSON_MESSAGES.cutBeforeRecords)
  if (text.length < MAX_HEAD) return 'more'
  throw noRecords(outline)
}

function inList({ path, start }: OutlinedList): JsonLayout {
  return { kind: 'list', path, start }
}

function listOfRecords({ lists, type }: JsonOutline): OutlinedList | null {
  const named = (name: string) => lists.find(({ path, holds }) => path.at(-1) === name && holds !== 'values')
  if (type === 'FeatureCollection') return named('features') ?? null
  for (const name of NAMES_OF_RECORDS) {
    const found = named(name)
    if (found !== undefined && found.holds !== 'nothing') return found
  }
  const others = lists.filter(
    ({ path, holds }) => (holds === 'objects' || holds === 'lists') && !isMetadata(path.at(-1)!),
  )
  const open = others.find(({ end }) => end === null)
  if (open !== undefined) return open
  if (others.length > 1) throw severalLists(others.map(({ path }) => path.join('.')))
  return others[0] ?? lists.find((list) => isSure(list) && list.holds === 'nothing') ?? null
}

/** For a document with lists of which nobody can say which one is meant. */
export function severalLists(names: readonly string[]): DomainError {
  const shown = names.slice(0, 5).map((name) => name.slice(0, 60))
  return new DomainError('invalid-file', JSON_MESSAGES.severalLists(shown))
}

function noRecords({ type, members }: JsonOutline): DomainError {
  const what =
    type === 'Topology'
      ? JSON_MESSAGES.topology
      : type === 'GeometryCollection' || members.has('coordinates')
        ? JSON_MESSAGES.bareGeometry
        : members.has('error') || members.has('errors')
          ? JSON_MESSAGES.serviceError
          : JSON_MESSAGES.noRecords
  return new DomainError('invalid-file', what)
}
