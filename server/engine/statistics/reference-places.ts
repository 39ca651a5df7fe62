import { CATEGORY_GROUPS } from '../snapshot/categories.ts'
import { isDead } from '../snapshot/incident-columns.ts'
import { GROUP_OF_CATEGORY } from './city-profile.ts'
import { createFrame, type Frame, meanDensity, mostlyOnLand, type Pose } from '../geometry/footprint-frame.ts'
import type { PlaceRaster } from '../lattice/place-raster.ts'
import type { PlanarPolygon } from '../geometry/planar/planar-polygon.ts'
import { createZoneLocator, type ZoneLocator } from '../geometry/planar/zone-locator.ts'
import { inScope } from '../snapshot/row-scope.ts'
import { type Random, seededRandom } from './seeded-random.ts'
import type { LocatedSegment, ZoneCountQuery } from './zone-counts.ts'

/** Places of the footprint's own shape elsewhere in the city that may be compared with it. */
export interface ReferencePlaces {
  readonly draws: number
  readonly accepted: number
  readonly matchedOn: 'residents' | 'incidents'
  /** Incidents by group and place: index = group · accepted + place; groups as in CATEGORY_GROUPS. */
  readonly counts: Float64Array
}

export interface ReferenceQuery extends Pick<ZoneCountQuery, 'period' | 'scope'> {
  readonly seed: number
  readonly draws: number
}

const DENSITY_FACTOR = 2
/** Densities under this many per m² count as none at all. */
const NOBODY = 1e-6

/**
 * Draws reference places: the footprint translated to land and rotated at random, kept when at least 95 % of it lies
 * on land and its density (residents, or incidents where residents are lacking) is within a factor of 2 of the footprint's.
 *
 * Land and density are read at 128 points of the footprint on the raster; incidents are counted exactly.
 */
export function referencePlaces(
  segments: readonly LocatedSegment[],
  footprint: PlanarPolygon,
  raster: PlaceRaster,
  query: ReferenceQuery,
): ReferencePlaces {
  const random = seededRandom(query.seed)
  const frame = createFrame(footprint)
  const inside = createZoneLocator(footprint, [])
  const matchedOn = raster.density === null ? 'incidents' : 'residents'
  const home: Pose = { x: frame.x, y: frame.y, cos: 1, sin: 0 }
  const count = (pose: Pose) => countAt(segments, inside, frame, pose, query)
  const densityAt = (pose: Pose, counts: Float64Array | null) =>
    counts === null ? meanDensity(frame, raster, pose) : counts.at(-1)!
  const here = densityAt(home, matchedOn === 'incidents' ? count(home) : null)
  const landSquares = indexesOfLand(raster)
  const kept: Float64Array[] = []
  for (let draw = 0; draw < query.draws && landSquares.length > 0; draw++) {
    const pose = randomPose(random, raster, landSquares)
    if (!mostlyOnLand(frame, raster, pose)) continue
    if (matchedOn === 'residents' && !comparable(here, densityAt(pose, null))) continue
    const counts = count(pose)
    if (matchedOn === 'incidents' && !comparable(here, densityAt(pose, counts))) continue
    kept.push(counts)
  }
  const counts = new Float64Array(CATEGORY_GROUPS.length * kept.length)
  for (let group = 0; group < CATEGORY_GROUPS.length; group++) {
    kept.forEach((place, k) => {
      counts[group * kept.length + k] = place[group]!
    })
  }
  return { draws: query.draws, accepted: kept.length, matchedOn, counts }
}

function comparable(here: number, there: number): boolean {
  if (here < NOBODY) return there < NOBODY
  return there >= here / DENSITY_FACTOR && there <= here * DENSITY_FACTOR
}

function indexesOfLand(raster: PlaceRaster): Uint32Array {
  let size = 0
  for (let k = 0; k < raster.land.length; k++) size += raster.land[k]!
  const indexes = new Uint32Array(size)
  for (let k = 0, next = 0; k < raster.land.length; k++) if (raster.land[k] === 1) indexes[next++] = k
  return indexes
}

function randomPose(random: Random, raster: PlaceRaster, landSquares: Uint32Array): Pose {
  const square = landSquares[Math.floor(random() * landSquares.length)]!
  const turn = random() * 2 * Math.PI
  return {
    x: raster.minX + ((square % raster.columns) + random()) * raster.stepCm,
    y: raster.minY + (Math.floor(square / raster.columns) + random()) * raster.stepCm,
    cos: Math.cos(turn),
    sin: Math.sin(turn),
  }
}

/** Incidents of the period in the footprint at a pose: one figure a group, and all categories last. */
function countAt(
  segments: readonly LocatedSegment[],
  inside: ZoneLocator,
  frame: Frame,
  pose: Pose,
  query: ReferenceQuery,
): Float64Array {
  const counts = new Float64Array(CATEGORY_GROUPS.length + 1)
  const { radius } = frame
  const [from, to] = query.period
  const box = { minX: pose.x - radius, minY: pose.y - radius, maxX: pose.x + radius, maxY: pose.y + radius }
  for (const segment of segments) {
    const { columns, dead } = segment
    const { xCm, yCm, fromMinute, weight, category } = columns
    for (const range of segment.rangesInPlane(box)) {
      for (let row = range.start; row < range.end; row++) {
        if (fromMinute[row]! < from || fromMinute[row]! >= to) continue
        const dx = xCm[row]! - pose.x
        const dy = yCm[row]! - pose.y
        if (dx * dx + dy * dy > radius * radius) continue
        if (!inScope(query.scope, columns, row) || isDead(dead, row)) continue
        const x = frame.x + pose.cos * dx + pose.sin * dy
        const y = frame.y - pose.sin * dx + pose.cos * dy
        if (inside.zoneAt(x, y) !== 0) continue
        const group = GROUP_OF_CATEGORY[category[row]!]!
        if (group >= 0) counts[group]! += weight[row]!
        counts[CATEGORY_GROUPS.length]! += weight[row]!
      }
    }
  }
  return counts
}
