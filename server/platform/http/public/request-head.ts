import type { IncomingMessage } from 'node:http'
import type { ContentCoding } from '../coding-choice.ts'
import { PUBLIC_PREFIX } from './public-path.ts'

/** What a plain request for a public file says. */
export interface PublicHead {
  /** Below `/public/`, as it came. */
  readonly name: string
  readonly coding: ContentCoding
  readonly ifNoneMatch: string | undefined
  /** Offset of the first byte after the head. */
  readonly end: number
}

type Facts = Omit<PublicHead, 'name' | 'end'>

const LONGEST_HEAD = 4096
const MOST_LINES = 40
const MOST_REMEMBERED = 500
const REQUEST_START = `GET ${PUBLIC_PREFIX}`
const REQUEST_END = ' HTTP/1.1'
/** One header by itself on its line: a token, a colon, visible ASCII. No folding, no control character, no 8-bit text. */
const HEADER_LINE = /^([A-Za-z0-9-]{1,60}):[ ]?([\x20-\x7e]*)$/
/**
 * Headers that give a request a body, another meaning or another end. A request with one of these is not plain.
 * `connection` is, as long as it keeps the connection.
 */
const NOT_PLAIN =
  /^(content-|transfer-|if-(?!none-match$)|range$|expect$|upgrade$|te$|trailer$|proxy-|http2-|keep-alive$|sec-websocket-|x-http-method)/
/** Each at most once: twice means that somebody on the way reads the request differently. */
const ONCE = new Set(['host', 'accept-encoding', 'if-none-match', 'connection'])

/**
 * Reads the head of one plain request for a public file, by a grammar much stricter than HTTP's.
 *
 * Everything else (another method or version, a query, a body, a header that is repeated, folded or out of the
 * ordinary, a line that ends in a bare line feed, a head that is not whole yet) is null: node's own parser then
 * reads the same bytes from their beginning. So there are no two readings of one request: what is read here is read
 * by node in the same way, and what could be read in two ways is read by node alone.
 */
export function createHeadReader({
  isOurHost,
  codingOf,
}: {
  readonly isOurHost: (request: Pick<IncomingMessage, 'headers'>) => boolean
  readonly codingOf: (acceptEncoding: string | undefined) => ContentCoding
}): (chunk: Buffer, start: number) => PublicHead | null {
  /** By the text of all headers: a caller sends the same ones with each request. */
  const remembered = new Map<string, Facts | null>()

  const factsOf = (headers: string): Facts | null => {
    const known = remembered.get(headers)
    if (known !== undefined) return known
    const facts = readHeaders(headers)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(headers, facts)
    return facts
  }

  const readHeaders = (headers: string): Facts | null => {
    const values = headerValues(headers)
    const host = values?.get('host')
    if (values === null || host === undefined || !isOurHost({ headers: { host } })) return null
    const connection = values.get('connection')
    if (connection !== undefined && connection.toLowerCase() !== 'keep-alive') return null
    return { coding: codingOf(values.get('accept-encoding')), ifNoneMatch: values.get('if-none-match') }
  }

  return (chunk, start) => {
    const end = chunk.indexOf('\r\n\r\n', start, 'latin1')
    if (end < 0 || end - start > LONGEST_HEAD) return null
    const head = chunk.toString('latin1', start, end)
    const lineEnd = head.indexOf('\r\n')
    if (lineEnd < 0 || !head.startsWith(REQUEST_START)) return null
    const nameEnd = lineEnd - REQUEST_END.length
    if (!head.startsWith(REQUEST_END, nameEnd)) return null
    const facts = factsOf(head.slice(lineEnd + 2))
    if (facts === null) return null
    return { name: head.slice(REQUEST_START.length, nameEnd), ...facts, end: end + 4 }
  }
}

/** The headers that matter, by lower-case name; null when the request is not plain. */
function headerValues(headers: string): ReadonlyMap<string, string> | null {
  const lines = headers.split('\r\n')
  if (lines.length > MOST_LINES) return null
  const values = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = HEADER_LINE.exec(line) ?? []
    if (name === undefined || value === undefined) return null
    const key = name.toLowerCase()
    if (NOT_PLAIN.test(key) || (ONCE.has(key) && values.has(key))) return null
    values.set(key, value.trim())
  }
  return values
}
