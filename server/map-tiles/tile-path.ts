import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Principal, hasAccess } from '../platform/access/principal.ts'
import type { UseTally } from '../platform/audit/use-tally.ts'
import type { TileResponse, TileEncoding, TileService, TileVariant } from './tile-service.ts'
import { getTile } from './contract.ts'
import { COUNTED_LAYERS } from './layers.ts'
import type { Authenticator } from '../platform/http/authenticator.ts'
import { createCodingChoice } from '../platform/http/coding-choice.ts'
import { isNotModified } from '../platform/http/not-modified.ts'

/** The fast path of tiles: true = it took the request. Draws a new tile only while there is time for it. */
export type TilePath = (request: IncomingMessage, response: ServerResponse, hasTime: () => boolean) => boolean

const TILE_URL = /^\/tiles\/([a-z-]{1,40})\/(0|[1-9]\d?)\/(0|[1-9]\d{0,7})\/(0|[1-9]\d{0,7})\.mvt(?:\?(.*))?$/
const MAX_URL_LENGTH = 4096
const LAYER_AT = '/tiles/'.length

/** How the audit log counts a tile. */
const countedAs = (url: string) => COUNTED_LAYERS[url.slice(LAYER_AT, url.indexOf('/', LAYER_AT))]

/**
 * The fast path of tiles, before the Express router: a cached tile costs one look-up of its URL. Others are drawn and
 * then cached.
 *
 * Every request that is not for a servable tile (another path or method, a bad parameter, a closed layer, data not
 * loaded yet) is left to `otherwise`, which refuses it like any call of the API.
 *
 * @param uses what counts reads of points and units, and calls with a key; a read that cannot be counted is left to
 * `otherwise`
 * @param authenticator finds the principal; a caller who is not cached, or may see no map, is left to `otherwise`
 * @param otherwise the Express application
 * @returns true = it took the request
 */
export function createTilePath({
  tiles,
  authenticator,
  uses,
  otherwise,
}: {
  readonly tiles: Pick<TileService, 'warm' | 'tile'>
  readonly authenticator: Pick<Authenticator, 'known'>
  readonly uses: Pick<UseTally, 'read' | 'called' | 'hasRoom'>
  readonly otherwise: (request: IncomingMessage, response: ServerResponse) => void
}): TilePath {
  const encodingOf = createCodingChoice()
  const count = (principal: Principal, url: string) => {
    uses.called(principal)
    const kind = countedAs(url)
    if (kind !== undefined) uses.read(principal, kind, 'getTile')
  }

  const sendCold = async (
    request: IncomingMessage,
    response: ServerResponse,
    parts: RegExpExecArray,
    principal: Principal,
  ) => {
    const [url, layer, z, x, y, search = ''] = parts
    const tile = await tiles.tile(
      { layer: layer!, z: Number(z), x: Number(x), y: Number(y), search, url },
      principal.audience,
    )
    count(principal, url)
    await sendTile(request, response, tile, encodingOf(request.headers['accept-encoding']))
  }

  return (request, response, hasTime) => {
    const { method, url = '' } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    const principal = authenticator.known(request)
    if (principal === null || !hasAccess(principal, getTile.access)) return false
    if (!uses.hasRoom() && countedAs(url) !== undefined) return false
    const encoding = encodingOf(request.headers['accept-encoding'])
    const tile = tiles.warm(url, principal.audience)
    if (tile?.empty) {
      count(principal, url)
      sendEmpty(response)
      return true
    }
    const variant = tile?.ready(encoding)
    if (variant !== undefined) {
      count(principal, url)
      sendVariant(request, response, variant)
      return true
    }
    const parts = url.length > MAX_URL_LENGTH ? null : TILE_URL.exec(url)
    if (parts === null || !hasTime()) return false
    sendCold(request, response, parts, principal).catch(() => {
      if (!response.headersSent) otherwise(request, response)
      else response.destroy()
    })
    return true
  }
}

async function sendTile(
  request: IncomingMessage,
  response: ServerResponse,
  tile: TileResponse,
  encoding: TileEncoding,
): Promise<void> {
  if (tile.empty) sendEmpty(response)
  else sendVariant(request, response, tile.ready(encoding) ?? (await tile.variant(encoding)))
}

const EMPTY_HEADERS = ['Cache-Control', 'private, no-cache', 'X-Content-Type-Options', 'nosniff']

function sendEmpty(response: ServerResponse): void {
  response.writeHead(204, EMPTY_HEADERS).end()
}

const COMMON_HEADERS = [
  ...EMPTY_HEADERS,
  'Vary',
  'Accept-Encoding, Origin',
  'Cross-Origin-Resource-Policy',
  'same-origin',
]

/** Headers go out as one flat list: faster in Node than one call per header. */
function sendVariant(
  request: IncomingMessage,
  response: ServerResponse,
  { bytes, etag, encoding }: TileVariant,
): void {
  if (isNotModified(request.headers, etag)) {
    response.writeHead(304, [...COMMON_HEADERS, 'ETag', etag]).end()
    return
  }
  const headers = [
    ...COMMON_HEADERS,
    'ETag',
    etag,
    'Content-Type',
    'application/vnd.mapbox-vector-tile',
    'Content-Length',
    String(bytes.length),
  ]
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding)
  response.writeHead(200, headers).end(bytes)
}
