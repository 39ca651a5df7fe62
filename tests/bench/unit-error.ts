import { polygonOfRings } from '../../server/engine/geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../../server/engine/geometry/planar/zone-locator.ts'
import { DEFAULT_PRECISION_MASK } from '../../server/engine/snapshot/incident.ts'
import { everyRow, inScope } from '../../server/engine/snapshot/row-scope.ts'
import type { IndexedSegment } from '../../server/engine/snapshot/types.ts'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { type SiteUnits, siteUnits } from '../../server/engine/units/site-units.ts'
import type { UnitCube } from '../../server/engine/units/unit-cube.ts'
import type { UnitBuckets } from '../../server/engine/units/unit-kinds.ts'
import { sumUnits } from '../../server/engine/units/unit-sums.ts'
import { type BenchRow, median, quantile } from './bench.ts'

const SITES = 200
/** Hectares of squares, and how far off nine in ten sums of their units may be. */
const BOUNDS = [
  [1, 0.45],
  [4.9, 0.25],
  [20, 0.15],
] as const
const ANY_MONTH = { first: 0, last: 5000 }
const MARGIN_METRES = 50

/** How far the sums of a site's units lie from the exact counts within 50 m of it (in it from 5 ha on). */
export function unitErrors(size: number, segment: IndexedSegment, cube: UnitCube, total: UnitBuckets) {
  return BOUNDS.map(([hectares, bound]): BenchRow => {
    const errors = squares(segment, hectares).flatMap((ring) => {
      const polygon = polygonOfRings([ring])
      const units = siteUnits(polygon)
      const exact = exactCount(segment, createZoneLocator(polygon, [MARGIN_METRES]), units.rule)
      const sum = sumUnits(cube, units.site, ANY_MONTH, total)[0]!
      return exact === 0 ? [] : [Math.abs(sum - exact) / exact]
    })
    const p90 = quantile(errors, 0.9)
    const percent = (share: number) => `${(share * 100).toFixed(0)} %`
    return {
      work: `sum of a site of ${hectares} ha against the exact count, ${errors.length} sites`,
      size,
      ours: `off by p50 ${percent(median(errors))}, p90 ${percent(p90)}`,
      peer: `p90 ≤ ${percent(bound)}`,
      peerName: '',
      ratio: null,
      target: null,
      met: p90 <= bound,
    }
  })
}

/** Squares turned at random, up to 150 m from an incident. Centimetres. */
function squares({ columns }: IndexedSegment, hectares: number) {
  const random = seededRandom(7)
  const reach = Math.sqrt(hectares * 10_000 * 0.5) * 100
  const offset = () => (random() - 0.5) * 30_000
  return Array.from({ length: SITES }, () => {
    const row = Math.floor(random() * columns.length)
    const [x, y, turn] = [columns.xCm[row]! + offset(), columns.yCm[row]! + offset(), random() * Math.PI]
    return [0, 1, 2, 3].map((corner) => {
      const angle = turn + (corner * Math.PI) / 2
      return [Math.round(x + reach * Math.cos(angle)), Math.round(y + reach * Math.sin(angle))]
    })
  })
}

function exactCount(
  { columns, rangesInPlane }: IndexedSegment,
  locator: ReturnType<typeof createZoneLocator>,
  rule: SiteUnits['rule'],
): number {
  const scope = everyRow(DEFAULT_PRECISION_MASK)
  const last = rule === 'margin' ? 1 : 0
  let count = 0
  for (const { start, end } of rangesInPlane(locator.box)) {
    for (let row = start; row < end; row++) {
      const zone = locator.zoneAt(columns.xCm[row]!, columns.yCm[row]!)
      if (zone >= 0 && zone <= last && inScope(scope, columns, row)) count += columns.weight[row]!
    }
  }
  return count
}
