import { LRUCache } from 'lru-cache'
import type { Audience } from '../platform/access/audience.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import type { EdgeMetres, IncidentFilter, SurfaceQuery } from '../engine/snapshot/query.ts'
import type { Zone } from '../engine/time/zone.ts'
import { TILE_LAYER, type TileLayerId } from '../../tiles/schema.ts'
import { autoEdgeFor, canonicalFilter, parseSurfaceQuery } from '../hotspots/index.ts'
import { parseIncidentFilter } from '../platform/http/fields/incident-filter.ts'

/** The parsed query of a tile; `canonical` is equal for equal queries. */
export type TileQuery =
  | { readonly kind: 'features' }
  | { readonly kind: 'incidents'; readonly filter: IncidentFilter; readonly canonical: string }
  | {
      readonly kind: 'surface'
      readonly edge: EdgeMetres | 'auto'
      /** The surface query of a zoom. */
      at(zoom: number, audience: Audience): SurfaceQuery
    }

/** Only incidents located to address or street are drawn as points; coarser ones would look exact. */
const POINT_PRECISIONS = 0b000011
const MAX_REMEMBERED = 1000

/**
 * Parses query strings of tiles with a cache: the map requests hundreds of tiles with the same one.
 *
 * @returns the reader; it throws DomainError `invalid-parameter`
 */
export function createTileQueryReader(context: { readonly timezone: string; readonly zone: Zone }) {
  const remembered = new LRUCache<string, TileQuery>({ max: MAX_REMEMBERED })
  return (layer: TileLayerId, search: string): TileQuery => {
    const key = `${layer} ${search}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    const query = read(layer, paramsOf(search))
    remembered.set(key, query)
    return query
  }

  function read(layer: TileLayerId, params: Record<string, unknown>): TileQuery {
    switch (TILE_LAYER[layer].query) {
      case 'none':
        return refuseParameters(params)
      case 'incidents': {
        const filter = parseIncidentFilter(params, context)
        if ((filter.precisionMask & ~POINT_PRECISIONS) !== 0)
          throw invalidParameter(
            'precision',
            params.precision,
            'address, street, or both: others are no points',
          )
        return { kind: 'incidents', filter, canonical: canonicalFilter(filter) }
      }
      case 'surface':
        return readSurface(params)
    }
  }

  function readSurface(params: Record<string, unknown>): TileQuery {
    if ('zoom' in params) throw invalidParameter('zoom', params.zoom, 'is not known here: a tile has its own')
    const { edgeMetres: edge, ...query } = parseSurfaceQuery(params, context)
    const edgeAt = (zoom: number, audience: Audience) =>
      edge === 'auto' ? autoEdgeFor(audience, query.filter, zoom) : edge
    return {
      kind: 'surface',
      edge,
      at: (zoom, audience) => ({ ...query, edgeMetres: edgeAt(zoom, audience) }),
    }
  }
}

function refuseParameters(params: Record<string, unknown>): TileQuery {
  const [name] = Object.keys(params)
  if (name !== undefined) throw invalidParameter(name, params[name], 'is not known here')
  return { kind: 'features' }
}

/** Parameters by name; a repeated name has a list of texts, which no parameter allows. */
function paramsOf(search: string): Record<string, unknown> {
  if (search.length > 4000) throw new DomainError('invalid-parameter', 'query: at most 4000 characters')
  const params: Record<string, unknown> = Object.create(null)
  for (const [name, value] of new URLSearchParams(search)) {
    const known = params[name]
    params[name] = known === undefined ? value : [known, value].flat()
  }
  return params
}
