import { isMetadata, isSure, type JsonLayout, jsonLayout, severalLists } from './json-layout.ts'
import { isObject } from './json-object.ts'
import { invalid, type JsonElement, type JsonScanner } from './json-scanner.ts'
import { namesOfPlaces } from './list-names.ts'
import { createListScanner } from './list-scanner.ts'
import { refusePart } from './part-of-whole.ts'
import { createLineScanner, createObjectScanner, createSequenceScanner } from './text-scanner.ts'
import { JSON_MESSAGES } from '../messages/json.ts'

/** A JSON file cut into its records. */
export interface ScannedFile {
  /** Never an empty batch. */
  readonly elements: AsyncIterable<readonly JsonElement[]>
  /** Names of the places of records that are lists, where the document says them. */
  readonly names: readonly string[] | null
  /** The document without its records: what stands before them and, once they are read, behind them; null when it is none. */
  document(): unknown
}

const TEXT_SCANNERS = {
  lines: createLineScanner,
  separators: createSequenceScanner,
  objects: createObjectScanner,
} as const

/** Reads as much of a file as shows how it holds its records. @throws DomainError `invalid-file` */
export async function openScanner(texts: AsyncIterable<string>, allowPartial: boolean): Promise<ScannedFile> {
  const rest = texts[Symbol.asyncIterator]()
  let head = ''
  for (;;) {
    const next = await rest.next()
    if (next.done !== true) head += next.value
    const layout = jsonLayout(head, next.done === true)
    if (layout === 'more') {
      if (next.done === true) throw invalid(JSON_MESSAGES.nothing)
      continue
    }
    if (layout.kind === 'texts') {
      return { elements: scan(TEXT_SCANNERS[layout.cut](), head, rest), names: null, document: () => null }
    }
    return openList(layout, head, rest, allowPartial)
  }
}

function openList(
  { path, start }: Extract<JsonLayout, { readonly kind: 'list' }>,
  head: string,
  rest: AsyncIterator<string>,
  allowPartial: boolean,
): ScannedFile {
  const before = head.slice(0, start)
  const depth = path.length + 1
  let document = parse(`${before}]${'}'.repeat(path.length)}`)
  const names = namesOfPlaces(document)
  const scanner = createListScanner(before, depth, (text, records) => {
    document = parse(text)
    checkEnvelope(document, path, records, allowPartial)
  })
  return { elements: scan(scanner, head.slice(start), rest), names, document: () => document }
}

async function* scan(
  scanner: JsonScanner,
  head: string,
  rest: AsyncIterator<string>,
): AsyncGenerator<readonly JsonElement[]> {
  try {
    const first = scanner.push(head)
    if (first.length > 0) yield first
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      const elements = scanner.push(next.value)
      if (elements.length > 0) yield elements
    }
    const last = scanner.end()
    if (last.length > 0) yield last
  } finally {
    await rest.return?.()
  }
}

/** Looks at what a document says beside its records, once it has been read to its end. */
function checkEnvelope(
  envelope: unknown,
  path: readonly string[],
  records: number,
  allowPartial: boolean,
): void {
  if (!isSure({ path }) && path.length > 0) refuseOtherLists(envelope, path)
  if (!allowPartial) refusePart(envelope, path, records)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid(JSON_MESSAGES.badEnvelope)
  }
}

function refuseOtherLists(envelope: unknown, path: readonly string[]): void {
  let at = envelope
  for (const name of path.slice(0, -1)) at = isObject(at) ? at[name] : undefined
  if (!isObject(at)) return
  const others = Object.entries(at).filter(
    ([name, list]) => Array.isArray(list) && isObject(list[0]) && !isMetadata(name),
  )
  if (others.length > 0) throw severalLists([path.at(-1)!, ...others.map(([name]) => name)])
}
