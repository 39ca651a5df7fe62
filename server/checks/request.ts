import type { MultiPolygon, Polygon } from 'geojson'
import { invalidParameter } from '../engine/errors.ts'
import { MARGIN_METRES, RING_METRES } from '../engine/units/site-units.ts'
import type { CheckQuery } from './evidence.ts'
import { EDGES, type EdgeMetres } from '../engine/snapshot/query.ts'

export type ReviewOptions = Pick<CheckRequest, 'fromMinute' | 'toMinute' | 'ringMetres' | 'edgeMetres'>

/** A request for a check: form parsed, values not yet validated. */
export interface CheckRequest {
  /** WGS 84. */
  readonly geometry: Polygon | MultiPolygon
  /** Minutes since 1970 UTC; null = the default period. */
  readonly fromMinute: number | null
  readonly toMinute: number | null
  /** The requested period of stored evidence, when it is recomputed for the months that it counted. */
  readonly asked?: CheckQuery['asked']
  /** Null = 100 and 250 m. */
  readonly ringMetres: readonly number[] | null
  /** Null = 200 m. */
  readonly edgeMetres: number | null
  /** The stored proposal that the geometry is of, so that it does not overlap itself. */
  readonly proposalId: number | null
}

const DEFAULT_EDGE = 200
const MAX_RINGS = 4
/** Range of the rings' outer radii, metres; nearer cells belong to the site. */
export const RING_REACH = { min: MARGIN_METRES + 1, max: 2000 } as const

/** Outer radii of the rings. @throws DomainError `invalid-parameter` */
export function ringsOfRequest(request: CheckRequest): readonly number[] {
  const rings = request.ringMetres ?? RING_METRES
  const rule = `1–${MAX_RINGS} ascending radii of ${RING_REACH.min} to ${RING_REACH.max} m`
  const ascending = rings.every((ring, k) => ring > (k === 0 ? 0 : rings[k - 1]!))
  if (
    rings.length === 0 ||
    rings.length > MAX_RINGS ||
    !ascending ||
    rings.at(-1)! > RING_REACH.max ||
    rings[0]! < RING_REACH.min
  ) {
    throw invalidParameter('ringMetres', rings, rule)
  }
  return rings
}

/** Edge of the cells. @throws DomainError `invalid-parameter` */
export function edgeOfRequest(request: CheckRequest): EdgeMetres {
  const edge = EDGES.find((offered) => offered === (request.edgeMetres ?? DEFAULT_EDGE))
  if (edge === undefined)
    throw invalidParameter('edgeMetres', request.edgeMetres, `one of ${EDGES.join(', ')}`)
  return edge
}
