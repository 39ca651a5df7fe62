import { innerPoint } from '../engine/geometry/planar/inner-point.ts'
import { planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../engine/geometry/planar/zone-locator.ts'
import type { Area, ContextFeature } from '../engine/snapshot/features.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Audience } from '../platform/access/audience.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { PlanarPosition } from './observation.ts'
import { frameOf, groundOf, isWithin, type ReportGround } from './report-ground.ts'

/** A place or district, as far as one reports about it. */
export interface ReportArea {
  readonly id: number
  readonly name: string
  readonly kind: 'place' | 'district'
}

/** The areas that are reported about: places and districts. */
export interface ReportAreas {
  find(id: number): ReportArea | null
  /** A partner's and a reporter's own; every place and district for staff; by name. */
  list(audience: Audience): readonly ReportArea[]
  /** Whether one of an audience reads about an area: partners about their own places. */
  isOpen(audience: Audience, id: number): boolean
  /** Null for what is no place or district. */
  ground(id: number): ReportGround | null
  /** Whether a position lies in an area or next to it. */
  holds(id: number, position: PlanarPosition): boolean
  /** The name that people know nearest to a position of an area; null where none is within 100 m. */
  nameNear(id: number, position: PlanarPosition): string | null
  /** The area itself and, of a district, the places that lie in it. */
  within(id: number): readonly number[]
  /** The districts that a place lies in; a district itself. */
  districtsOf(id: number): readonly number[]
}

interface Deps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly projection: Projection
}

const NEAR_METRES = 100

const isWorked = ({ properties: { kind } }: Area) => kind === 'place' || kind === 'district'

function reportArea({ id, properties: { name, kind } }: Area): ReportArea {
  return { id, name, kind: kind === 'place' ? 'place' : 'district' }
}

function isReportedBy({ role, placeIds, areaIds }: Audience, id: number): boolean {
  if (role === 'partner') return placeIds.includes(id)
  return role !== 'reporter' || areaIds === undefined || areaIds.includes(id)
}

/** Areas of the current snapshot. */
export function createReportAreas({ snapshots, projection }: Deps): ReportAreas {
  const layers = () => {
    const lease = snapshots.acquire()
    const { layers: current } = lease.snapshot
    lease.release()
    return current
  }
  const worked = () => layers().features('areas').filter(isWorked)
  const find = (id: number) => worked().find((area) => area.id === id) ?? null
  const drawn = new WeakMap<
    Area,
    { readonly context: readonly ContextFeature[]; readonly ground: ReportGround }
  >()
  const ground = (id: number): ReportGround | null => {
    const area = find(id)
    if (area === null) return null
    const { context } = layers()
    const known = drawn.get(area)
    if (known?.context === context) return known.ground
    const made = groundOf(area.planar, context, projection)
    drawn.set(area, { context, ground: made })
    return made
  }
  const within = (id: number): readonly number[] => {
    const area = find(id)
    if (area?.properties.kind !== 'district') return [id]
    const district = createZoneLocator(planarPolygon(area.planar), [])
    const places = worked().filter(({ properties }) => properties.kind === 'place')
    const inside = places.filter(({ planar }) => district.zoneAt(...innerPoint(planarPolygon(planar))) === 0)
    return [id, ...inside.map((place) => place.id)]
  }
  return {
    find(id) {
      const area = find(id)
      return area === null ? null : reportArea(area)
    },
    list: (audience) =>
      worked()
        .filter(({ id }) => isReportedBy(audience, id))
        .map(reportArea)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'sv') || a.id - b.id),
    isOpen: (audience, id) => find(id) !== null && isReportedBy(audience, id),
    ground,
    holds(id, position) {
      const area = find(id)
      return area !== null && isWithin(frameOf(area.planar), position)
    },
    nameNear(id, { x, y }) {
      const distances = (ground(id)?.spots ?? []).map(({ name, lon, lat }) => {
        const planar = projection.toPlanar(lon, lat)
        return { name, metres: planar === null ? Infinity : Math.hypot(planar[0] - x, planar[1] - y) }
      })
      const [nearest] = distances.toSorted((a, b) => a.metres - b.metres)
      return nearest !== undefined && nearest.metres <= NEAR_METRES ? nearest.name : null
    },
    within,
    districtsOf: (id) =>
      worked()
        .filter(({ properties }) => properties.kind === 'district')
        .flatMap((district) => (within(district.id).includes(id) ? [district.id] : [])),
  }
}
