import type { IncomingMessage } from 'node:http'
import { notFound } from '../engine/errors.ts'
import { contentCoding } from '../platform/http/coding-choice.ts'
import { bytes, json, noContent } from '../platform/http/endpoint-response.ts'
import { isNotModified } from '../platform/http/not-modified.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import type { OpenBaseMap } from './open-base-map.ts'
import { BASE_MAP_PATHS } from './paths.ts'

interface Deps {
  readonly baseMap: OpenBaseMap
  /** Scheme and host under which a request reached the server. */
  readonly baseUrlOf: (request: Pick<IncomingMessage, 'headers'>) => string
}

/** The same for everybody; a file that was exchanged shows within the hour. */
const OPEN = { 'Cache-Control': 'public, max-age=3600' }

/** What lies below the city. */
export function baseMapRoutes({ baseMap: { archive, style }, baseUrlOf }: Deps): readonly Route[] {
  return [
    endpoint(contract.getBaseMap, ({ request }) => {
      const tiles = `${baseUrlOf(request)}${BASE_MAP_PATHS.baseMapTile}`
      return json(describe({ archive, style }, tiles), { 'Cache-Control': 'no-cache' })
    }),
    endpoint(contract.getBaseMapTile, async ({ params, request }) => {
      if (archive === null) throw notFound('layer', 'base-map')
      const [z, x, y] = [Number(params.z), Number(params.x), Number(params.y)]
      const isThere = z <= archive.maxzoom && x < 2 ** z && y < 2 ** z
      const packed = isThere ? await archive.tile(z, x, y) : null
      if (packed === null) return { ...noContent(), headers: OPEN }
      const accepted = contentCoding(request.headers['accept-encoding'], ['gzip', 'identity'])
      const keepsPacked = archive.isGzip && accepted === 'gzip'
      const etag = `"${archive.etag}-${z}-${x}-${y}${keepsPacked ? '-gz' : ''}"`
      if (isNotModified(request.headers, etag))
        return { ...noContent(), status: 304, headers: { ...OPEN, ETag: etag, Vary: 'Accept-Encoding' } }
      const headers = {
        ...OPEN,
        ETag: etag,
        ...(keepsPacked && { 'Content-Encoding': 'gzip' }),
      }
      return bytes(TILE_TYPE, keepsPacked ? packed : await archive.unpack(packed), headers)
    }),
  ]
}

const TILE_TYPE = 'application/vnd.mapbox-vector-tile'

function describe(
  { archive, style }: Pick<OpenBaseMap, 'archive' | 'style'>,
  tiles: string,
): contract.BaseMap {
  if (style !== null) return style
  if (archive === null) return { kind: 'none' }
  const { minzoom, maxzoom, bounds, attribution } = archive
  return { kind: 'protomaps', tiles, minzoom, maxzoom, bounds, attribution }
}
