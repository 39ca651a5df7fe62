import { invalidParameter } from '../engine/errors.ts'
import type { EdgeMetres } from '../engine/snapshot/query.ts'
import type { Zone } from '../engine/time/zone.ts'
import { type EndpointResponse, asFile, bytes, geoJson, json } from '../platform/http/endpoint-response.ts'
import { prefersCsv } from '../platform/http/media-choice.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import * as changeContract from './changes/contract.ts'
import * as monthContract from './months/contract.ts'
import type { MonthService } from './months/month-service.ts'
import type { ChangeService } from './changes/change-service.ts'
import { autoEdgeFor } from './auto-edge-for.ts'
import type { HotspotService } from './hotspot-service.ts'
import { parseSurfaceQuery } from './surface-query.ts'

interface Deps {
  readonly hotspots: HotspotService
  readonly changes: ChangeService
  readonly months: MonthService
  readonly zone: Zone
}

const TYPES = {
  geojson: 'application/geo+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  summary: 'application/json; charset=utf-8',
} as const
const HEADERS = { 'Cache-Control': 'private, no-cache', Vary: 'Accept' }

/** Routes of the hotspot surface. */
export function hotspotRoutes({ hotspots, changes, months, zone }: Deps): readonly Route[] {
  return [
    endpoint(
      contract.getHotspots,
      async ({ query, request, audience, signal }): Promise<EndpointResponse> => {
        const { bbox, at, within, empty, zoom, format: wanted, ...requested } = query
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
          at: at ?? null,
          withinAreaId: within ?? null,
          empty: empty === 'true',
        }
        const response = bytes(
          TYPES[format],
          await hotspots.present(audience, surface, presentation, { signal }),
          {
            ...HEADERS,
            ...(format !== 'summary' &&
              asFile(`hotspots-${requested.group ?? 'categories'}-${edge}m.${format}`)),
          },
        )
        if (format !== 'csv') return response
        const detail = { edgeMetres: surface.edgeMetres, within: within ?? null }
        return { ...response, note: { kind: 'export', subject: 'hotspots', detail } }
      },
    ),
    endpoint(monthContract.getHotspotMonths, async ({ query, audience }) => {
      const { filter } = parseSurfaceQuery(query, { timezone: zone.name, zone })
      return json(await months.count(audience, filter), { 'Cache-Control': 'private, no-cache' })
    }),
    endpoint(changeContract.getHotspotChanges, async ({ query, audience }) => {
      const { bbox = null, years, zoom, ...requested } = query
      const { edgeMetres, ...rest } = parseSurfaceQuery(requested, { timezone: zone.name, zone })
      const edge = edgeOf(edgeMetres, zoom, (level) => autoEdgeFor(audience, rest.filter, level))
      const found = await changes.compare(audience, { ...rest, edgeMetres: edge }, { years, bbox })
      return geoJson(found, { 'Cache-Control': 'private, no-cache' })
    }),
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
