import type { IncomingMessage, ServerResponse } from 'node:http'
import parseRange from 'range-parser'
import { DomainError } from '../../../engine/errors.ts'
import type { BaseUrlOf } from '../base-url.ts'
import { createCodingChoice } from '../coding-choice.ts'
import { isNotModified } from '../not-modified.ts'
import { readyProblem } from '../problem.ts'
import { isFeed, placedFeed } from './placed-feed.ts'
import { isTileJson, placedTileJson } from './placed-tile-json.ts'
import { CROSS_ORIGIN_HEADERS, OPEN_HEADERS, PAGE_POLICY, type PublicEntry } from './public-entry.ts'
import type { PublicTree } from './public-tree.ts'
import { withdrawnPage } from './withdrawn-page.ts'

export const PUBLIC_PREFIX = '/public/'
const METHODS = 'GET, HEAD, OPTIONS'
const DAY_SECONDS = '86400'

/**
 * The fast path of everything below `/public/`, before the router, from prepared buffers and headers. It reads no
 * session and no cookie; names are looked up exactly, so path traversal is impossible.
 *
 * @param baseUrlOf base of absolute addresses in a TileJSON and a feed; null leaves them as stored
 */
export function createPublicPath(
  tree: Pick<PublicTree, 'find' | 'read'>,
  baseUrlOf: BaseUrlOf | null,
): (request: IncomingMessage, response: ServerResponse) => void {
  const codingOf = createCodingChoice()

  const sendEntry = (
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    stored: PublicEntry,
  ) => {
    const { headers, method } = request
    const treeUrl = () => baseUrlOf!(request) + PUBLIC_PREFIX
    const place =
      baseUrlOf === null ? null : isTileJson(name) ? placedTileJson : isFeed(name) ? placedFeed : null
    const entry = place === null ? stored : place(name, stored, treeUrl())
    const variant = entry[codingOf(headers['accept-encoding'])] ?? entry.identity
    if (isNotModified(headers, variant.etag)) {
      response.writeHead(304, variant.unchangedHeaders as string[]).end()
    } else if (entry.ranged && method === 'GET' && headers.range !== undefined) {
      sendRange(request, response, entry)
    } else {
      response.writeHead(200, variant.headers as string[]).end(variant.bytes)
    }
  }

  const sendFromDatabase = async (request: IncomingMessage, response: ServerResponse, name: string) => {
    try {
      const entry = await tree.read(name)
      if (entry === null) refuse(response, NOT_FOUND)
      else sendEntry(request, response, name, entry)
    } catch (error) {
      const detail = error instanceof DomainError ? error.message : 'The file cannot be read at the moment.'
      refuse(response, readyProblem({ code: 'busy', detail, headers: { 'Retry-After': '2' } }))
    }
  }

  return (request, response) => {
    const { method, url = '' } = request
    if (method === 'OPTIONS') return sendOptions(response)
    if (method !== 'GET' && method !== 'HEAD') return refuse(response, WRONG_METHOD)
    const name = url.slice(PUBLIC_PREFIX.length).split('?', 1)[0]!
    const found = tree.find(name)
    if (found.kind === 'entry') return sendEntry(request, response, name, found.entry)
    if (found.kind === 'elsewhere') return void sendFromDatabase(request, response, name)
    const page = found.kind === 'gone' ? withdrawnPage(name) : null
    if (page !== null) return sendPage(response, page)
    refuse(response, found.kind === 'gone' ? GONE : NOT_FOUND)
  }
}

/** One part of an archive; several ranges, and other units, get the whole file (RFC 9110 §14.2). */
function sendRange(
  request: IncomingMessage,
  response: ServerResponse,
  { identity, type }: PublicEntry,
): void {
  const { bytes, etag, headers, unchangedHeaders } = identity
  const condition = request.headers['if-range'] ?? etag
  const ranges = condition === etag ? parseRange(bytes.length, request.headers.range!) : -2
  if (ranges === -1) {
    const total = ['Content-Range', `bytes */${bytes.length}`, 'Content-Length', '0']
    response.writeHead(416, [...OPEN_HEADERS, ...total]).end()
    return
  }
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length > 1) {
    response.writeHead(200, headers as string[]).end(bytes)
    return
  }
  const { start, end } = ranges[0]!
  const part = bytes.subarray(start, end + 1)
  response.writeHead(206, [
    ...unchangedHeaders,
    'Accept-Ranges',
    'bytes',
    'Content-Type',
    type,
    'Content-Range',
    `bytes ${start}-${end}/${bytes.length}`,
    'Content-Length',
    String(part.length),
  ])
  response.end(part)
}

const NOT_FOUND = readyProblem({ code: 'not-found', detail: 'There is nothing at this path.' })
const GONE = readyProblem({
  code: 'gone',
  detail: 'This release has been withdrawn. Do not use copies of it.',
  headers: { 'Cache-Control': 'no-cache' },
})
const WRONG_METHOD = readyProblem({
  code: 'method-not-allowed',
  detail: `This path answers ${METHODS}.`,
  headers: { Allow: METHODS },
})

function refuse(response: ServerResponse, { status, headers, text }: typeof NOT_FOUND): void {
  response.writeHead(status, [...CROSS_ORIGIN_HEADERS, ...headers]).end(text)
}

/** Headers of the page at a withdrawn release's old link. */
const WITHDRAWN_PAGE_HEADERS = [
  ...OPEN_HEADERS,
  'Cache-Control',
  'no-cache',
  'Content-Security-Policy',
  PAGE_POLICY,
  'Content-Type',
  'text/html; charset=utf-8',
]

function sendPage(response: ServerResponse, page: string): void {
  const length = ['Content-Length', String(Buffer.byteLength(page))]
  response.writeHead(410, [...WITHDRAWN_PAGE_HEADERS, ...length]).end(page)
}

/** Other origins send a preflight before `Range` or `If-None-Match`. */
function sendOptions(response: ServerResponse): void {
  response.writeHead(204, [
    ...OPEN_HEADERS,
    'Allow',
    METHODS,
    'Access-Control-Allow-Methods',
    'GET, HEAD',
    'Access-Control-Allow-Headers',
    'Range, If-Range, If-None-Match',
    'Access-Control-Max-Age',
    DAY_SECONDS,
  ])
  response.end()
}
