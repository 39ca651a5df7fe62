import type { PlanarPolygon } from '../../server/engine/geometry/planar/planar-polygon.ts'
import type { CellPopulation } from '../../server/engine/statistics/surface-types.ts'
import type { UnitCube } from '../../server/engine/units/unit-cube.ts'
import evaluate from '../../server/evaluations/evaluation-task.ts'
import { plannedWindows } from '../../server/evaluations/windows.ts'
import { type BenchRow, quantile, timed } from './bench.ts'

const TIMES = 40
const MAX_P95_MS = 300
const STEPS = 36
const GROUPS = 4

/** A whole evaluation of a measure's area: all placebos, the ring, the published formulas and the band of a series. */
export async function evaluations(
  size: number,
  {
    cube,
    population,
    areas,
    last,
  }: {
    readonly cube: UnitCube
    readonly population: CellPopulation
    readonly areas: readonly PlanarPolygon[]
    readonly last: number
  },
): Promise<BenchRow> {
  const windows = plannedWindows(last, 1)
  const { first } = windows.before[1]
  const series = Array.from({ length: STEPS }, (_, k) => ({ first: first + k, last: first + k }))
  const found = new Set<PlanarPolygon>()
  const ms = await timed(TIMES, (k) => {
    const area = areas[k % areas.length]!
    const task = { cube, population, area, others: [], group: k % GROUPS, windows, series }
    if (evaluate(task).evaluation.comparison !== null) found.add(area)
  })
  const p95 = quantile(ms, 0.95)
  return {
    work: 'evaluation of a measure of 5 ha with its ring, band of 36 months, p95',
    size,
    ours: `${p95.toFixed(0)} ms`,
    peer: `≤ ${MAX_P95_MS} ms`,
    peerName: '',
    ratio: null,
    target: null,
    met: p95 <= MAX_P95_MS,
    note: `${found.size} of ${areas.length} areas found comparable places; the others end sooner`,
  }
}
