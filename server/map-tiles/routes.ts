import type { IncomingMessage } from 'node:http'
import * as contract from './contract.ts'
import { parseSurfaceQuery } from '../hotspots/surface-query.ts'
import { autoEdge } from '../engine/lattice/auto-edge.ts'
import { invalidParameter } from '../engine/errors.ts'
import type { EdgeMetres } from '../engine/snapshot/query.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { HotspotService } from '../hotspots/hotspot-service.ts'
import type { LayerService } from './layers.ts'
import type { TileService } from './tile-service.ts'
import { type Answer, bytes, json, noContent } from '../platform/http/answer.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly hotspots: HotspotService
  readonly layers: LayerService
  readonly tiles: TileService
  readonly zone: Zone
  /** Scheme and host under which a request reached the server. */
  readonly baseUrlOf: (request: IncomingMessage) => string
}

const TYPES = { geojson: 'application/geo+json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const
const PRIVATE = { 'Cache-Control': 'private, no-cache' }

/** What the map is drawn from. */
export function mapRoutes({ hotspots, layers, tiles, zone, baseUrlOf }: Deps): readonly Route[] {
  return [
    endpoint(contract.getHotspots, async ({ query, audience, signal }): Promise<Answer> => {
      const { bbox, within, empty, format, zoom, ...asked } = query
      const { edgeMetres, filter, time, exposure } = parseSurfaceQuery(asked, { timezone: zone.name, zone })
      const surface = { edgeMetres: edgeOf(edgeMetres, zoom), filter, time, exposure }
      const permitted = hotspots.permitted(audience, surface)
      const presentation = {
        format,
        bbox: bbox ?? null,
        withinAreaId: within ?? null,
        empty: empty === 'true',
      }
      const answer = bytes(
        TYPES[format],
        await hotspots.present(permitted, presentation, { signal }),
        PRIVATE,
      )
      if (format !== 'csv') return answer
      const detail = { edgeMetres: surface.edgeMetres, within: within ?? null }
      return { ...answer, note: { kind: 'export', subject: 'hotspots', detail } }
    }),
    endpoint(contract.getLayers, ({ audience }) => json({ layers: layers.list(audience) }, PRIVATE)),
    endpoint(contract.getTileJson, ({ params, request, audience }) =>
      json(tiles.tileJson(params.layer, searchOf(request.url), baseUrlOf(request), audience), PRIVATE),
    ),
    endpoint(contract.getTile, async ({ params, request, audience }): Promise<Answer> => {
      const address = { z: Number(params.z), x: Number(params.x), y: Number(params.y) }
      const tile = await tiles.tile(
        { layer: params.layer, ...address, search: searchOf(request.url) },
        audience,
      )
      const note: Answer['note'] = params.layer === 'incidents' ? { kind: 'points-read' } : null
      if (tile.empty) return { ...noContent(), note }
      const { bytes: content, etag } = await tile.variant('identity')
      return { ...bytes('application/vnd.mapbox-vector-tile', content, { ...PRIVATE, ETag: etag }), note }
    }),
  ]
}

function edgeOf(edgeMetres: EdgeMetres | 'auto', zoom: number | undefined): EdgeMetres {
  if (edgeMetres === 'auto') {
    if (zoom === undefined) throw invalidParameter('zoom', undefined, 'is required with cell=auto')
    return autoEdge(zoom)
  }
  if (zoom !== undefined) throw invalidParameter('zoom', zoom, 'is taken with cell=auto alone')
  return edgeMetres
}

function searchOf(url: string): string {
  const mark = url.indexOf('?')
  return mark < 0 ? '' : url.slice(mark + 1)
}
