import type { MultiPolygon, Polygon } from 'geojson'
import { invalidParameter } from '../engine/errors.ts'
import { EDGES, type EdgeMetres } from '../engine/snapshot/query.ts'

export type ReviewOptions = Pick<CheckRequest, 'fromMinute' | 'toMinute' | 'ringMetres' | 'edgeMetres'>

/** A check as it is asked for: form parsed, meaning not yet checked. */
export interface CheckRequest {
  /** WGS 84. */
  readonly geometry: Polygon | MultiPolygon
  /** Minutes since 1970 UTC; null = the default period. */
  readonly fromMinute: number | null
  readonly toMinute: number | null
  /** Null = 100 and 250 m. */
  readonly ringMetres: readonly number[] | null
  /** Null = 200 m. */
  readonly edgeMetres: number | null
  /** The stored proposal that the geometry is of, so that it does not overlap itself. */
  readonly proposalId: number | null
}

const DEFAULT_RINGS = [100, 250] as const
const DEFAULT_EDGE = 200
const MOST_RINGS = 4
const MOST_REACH = 2000

/** Outer radii of the rings. @throws DomainError `invalid-parameter` */
export function ringsOfRequest(request: CheckRequest): readonly number[] {
  const rings = request.ringMetres ?? DEFAULT_RINGS
  const rule = `1–${MOST_RINGS} ascending radii of 1 to ${MOST_REACH} m`
  const ascending = rings.every((ring, k) => ring > (k === 0 ? 0 : rings[k - 1]!))
  if (
    rings.length === 0 ||
    rings.length > MOST_RINGS ||
    !ascending ||
    rings.at(-1)! > MOST_REACH ||
    rings[0]! < 1
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
