import type { IncomingMessage, ServerResponse } from 'node:http'
import { DomainError } from '../../../engine/errors.ts'
import type { PublicEntry } from './public-entry.ts'
import type { ContentCoding } from '../coding-choice.ts'
import { matchesTag } from '../entity-tag.ts'
import { problemAnswer } from '../problem.ts'
import { byteRange } from './byte-range.ts'
import { bytesFor, commonHeaders, fullHeaders, OPEN_HEADERS, PAGE_POLICY } from './public-answer.ts'
import { withdrawnPage } from './withdrawn-page.ts'
import type { PublicTree } from './public-tree.ts'

export const PUBLIC_PREFIX = '/public/'
const METHODS = 'GET, HEAD, OPTIONS'
const DAY_SECONDS = '86400'

type Problem = Parameters<typeof problemAnswer>[0]

/**
 * Answers everything below `/public/` by way of node's own HTTP. No session is looked for, no cookie read or set; a
 * name is looked up as it came, so there are no folders to walk and nothing to climb out of.
 */
export function createPublicPath({
  tree,
  codingOf,
}: {
  readonly tree: Pick<PublicTree, 'find' | 'read'>
  readonly codingOf: (acceptEncoding: string | undefined) => ContentCoding
}): (request: IncomingMessage, response: ServerResponse) => void {
  const answerEntry = (request: IncomingMessage, response: ServerResponse, entry: PublicEntry) => {
    const { headers, method } = request
    const variant = bytesFor(entry, codingOf(headers['accept-encoding']))
    const known = headers['if-none-match']
    if (known !== undefined && matchesTag(known, variant.etag)) {
      response.writeHead(304, commonHeaders(entry, variant)).end()
      return
    }
    const range = entry.ranged && method === 'GET' ? rangeOf(request, entry) : null
    if (range !== null) return answerRange(response, entry, range)
    response.writeHead(200, fullHeaders(entry, variant))
    response.end(method === 'HEAD' ? undefined : variant.bytes)
  }

  const answerFromDatabase = async (request: IncomingMessage, response: ServerResponse, name: string) => {
    try {
      const entry = await tree.read(name)
      if (entry === null) refuse(request, response, NOT_FOUND)
      else answerEntry(request, response, entry)
    } catch (error) {
      const busy = error instanceof DomainError ? error.message : 'The file cannot be read at the moment.'
      refuse(request, response, { code: 'busy', detail: busy, headers: { 'Retry-After': '2' } })
    }
  }

  return (request, response) => {
    const { method, url = '' } = request
    if (method === 'OPTIONS') return answerOptions(response)
    if (method !== 'GET' && method !== 'HEAD') return refuse(request, response, WRONG_METHOD)
    const name = url.slice(PUBLIC_PREFIX.length).split('?', 1)[0]!
    const found = tree.find(name)
    if (found.kind === 'entry') return answerEntry(request, response, found.entry)
    if (found.kind === 'elsewhere') return void answerFromDatabase(request, response, name)
    const page = found.kind === 'gone' ? withdrawnPage(name) : null
    if (page !== null) return answerWithdrawn(request, response, page)
    refuse(request, response, found.kind === 'gone' ? GONE : NOT_FOUND)
  }
}

const NOT_FOUND: Problem = { code: 'not-found', detail: 'There is nothing at this path.' }
const GONE: Problem = {
  code: 'gone',
  detail: 'This release has been withdrawn. Do not use copies of it.',
  headers: { 'Cache-Control': 'no-cache' },
}
const WRONG_METHOD: Problem = {
  code: 'method-not-allowed',
  detail: `This path answers ${METHODS}.`,
  headers: { Allow: METHODS },
}

function refuse(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  const { status, headers, body } = problemAnswer(problem, 'none')
  const content = JSON.stringify(body.kind === 'json' ? body.value : null)
  const own = Object.entries(headers).flatMap(([name, value]) => [name, String(value)])
  response.writeHead(status, [...OPEN_HEADERS, ...own, 'Content-Length', String(Buffer.byteLength(content))])
  response.end(request.method === 'HEAD' ? undefined : content)
}

/** In words to a person who follows an old link. */
function answerWithdrawn({ method }: IncomingMessage, response: ServerResponse, page: string): void {
  response.writeHead(410, [
    ...OPEN_HEADERS,
    'Cache-Control',
    'no-cache',
    'Content-Security-Policy',
    PAGE_POLICY,
    'Content-Type',
    'text/html; charset=utf-8',
    'Content-Length',
    String(Buffer.byteLength(page)),
  ])
  response.end(method === 'HEAD' ? undefined : page)
}

/** Pages elsewhere ask first when they mean to send `Range` or `If-None-Match`. */
function answerOptions(response: ServerResponse): void {
  const permission = [
    'Access-Control-Allow-Methods',
    'GET, HEAD',
    'Access-Control-Allow-Headers',
    'Range, If-Range, If-None-Match',
  ]
  response.writeHead(204, [
    ...OPEN_HEADERS,
    'Allow',
    METHODS,
    ...permission,
    'Access-Control-Max-Age',
    DAY_SECONDS,
  ])
  response.end()
}

/** What part is asked for; null = the whole. With `If-Range` a part of exactly those bytes, or the whole. */
function rangeOf({ headers }: IncomingMessage, { identity }: PublicEntry) {
  const { range } = headers
  const condition = headers['if-range']
  if (range === undefined || (condition !== undefined && condition !== identity.etag)) return null
  return byteRange(range, identity.bytes.length)
}

function answerRange(
  response: ServerResponse,
  entry: PublicEntry,
  range: Exclude<ReturnType<typeof byteRange>, null>,
): void {
  const { identity } = entry
  const total = identity.bytes.length
  if (range === 'unsatisfiable') {
    response
      .writeHead(416, [...OPEN_HEADERS, 'Content-Range', `bytes */${total}`, 'Content-Length', '0'])
      .end()
    return
  }
  const { first, last } = range
  const part = identity.bytes.subarray(first, last + 1)
  response.writeHead(206, [
    ...commonHeaders(entry, identity),
    'Accept-Ranges',
    'bytes',
    'Content-Type',
    entry.type,
    'Content-Range',
    `bytes ${first}-${last}/${total}`,
    'Content-Length',
    String(part.length),
  ])
  response.end(part)
}
