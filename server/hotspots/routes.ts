import { invalidParameter } from '../engine/errors.ts'
import type { EdgeMetres } from '../engine/snapshot/query.ts'
import type { Zone } from '../engine/time/zone.ts'
import { type EndpointResponse, asFile, bytes } from '../platform/http/endpoint-response.ts'
import { prefersCsv } from '../platform/http/media-choice.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import { autoEdgeFor } from './auto-edge-for.ts'
import type { HotspotService } from './hotspot-service.ts'
import { parseSurfaceQuery } from './surface-query.ts'

interface Deps {
  readonly hotspots: HotspotService
  readonly zone: Zone
}

const TYPES = { geojson: 'application/geo+json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const
const HEADERS = { 'Cache-Control': 'private, no-cache', Vary: 'Accept' }

/** Cells of the hotspot surface. */
export function hotspotRoutes({ hotspots, zone }: Deps): readonly Route[] {
  return [
    endpoint(
      contract.getHotspots,
      async ({ query, request, audience, signal }): Promise<EndpointResponse> => {
        const { bbox, within, empty, zoom, format: wanted, ...requested } = query
        const format =
          wanted ?? (prefersCsv(request.headers.accept, 'application/geo+json') ? 'csv' : 'geojson')
        const { edgeMetres, filter, time, exposure } = parseSurfaceQuery(requested, {
          timezone: zone.name,
          zone,
        })
        const edge = edgeOf(edgeMetres, zoom, (level) => autoEdgeFor(audience, filter, level))
        const surface = { edgeMetres: edge, filter, time, exposure }
        const presentation = {
          format,
          bbox: bbox ?? null,
          withinAreaId: within ?? null,
          empty: empty === 'true',
        }
        const response = bytes(
          TYPES[format],
          await hotspots.present(audience, surface, presentation, { signal }),
          {
            ...HEADERS,
            ...asFile(`hotspots-${requested.group ?? 'categories'}-${edge}m.${format}`),
          },
        )
        if (format !== 'csv') return response
        const detail = { edgeMetres: surface.edgeMetres, within: within ?? null }
        return { ...response, note: { kind: 'export', subject: 'hotspots', detail } }
      },
    ),
  ]
}

function edgeOf(
  edgeMetres: EdgeMetres | 'auto',
  zoom: number | undefined,
  edgeAt: (zoom: number) => EdgeMetres,
): EdgeMetres {
  if (edgeMetres === 'auto') {
    if (zoom === undefined) throw invalidParameter('zoom', undefined, 'is required with cell=auto')
    return edgeAt(zoom)
  }
  if (zoom !== undefined) throw invalidParameter('zoom', zoom, 'is taken with cell=auto alone')
  return edgeMetres
}
