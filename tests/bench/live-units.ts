import { populationAreas } from '../../server/areas/population-areas.ts'
import { cellPopulation } from '../../server/engine/lattice/population.ts'
import { capacityFor, columnBytes, viewColumns } from '../../server/engine/snapshot/column-layout.ts'
import { copyRow } from '../../server/engine/snapshot/copy-row.ts'
import type { IncidentColumns, IncidentSegment } from '../../server/engine/snapshot/incident-columns.ts'
import { bitmapWords } from '../../server/engine/snapshot/segment.ts'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { buildPartCube, PART_EDGE } from '../../server/engine/units/build-part-cube.ts'
import { buildUnitCube } from '../../server/engine/units/build-unit-cube.ts'
import { type BuildCube, cubeOnBase, sinceBase, wholeBase } from '../../server/engine/units/cube-on-base.ts'
import type { CubeRules } from '../../server/engine/units/place-rows.ts'
import { talliesOnBase, tallySources } from '../../server/engine/units/source-tallies.ts'
import { UNIT_CLASSES } from '../../server/engine/units/unit-kinds.ts'
import { UNIT_EDGE } from '../../server/engine/units/unit-cube.ts'
import { type BenchRow, timed } from './bench.ts'
import type { BenchCity } from './bench-snapshot.ts'

/** Corrected rows: a usual change, and as many as gather before a base is made of them. */
const CORRECTED = [100, 16_000]
const CUBES: readonly (readonly [name: string, build: BuildCube, edge: 50 | 200])[] = [
  ['50 m cells × months', buildUnitCube, UNIT_EDGE],
  ['200 m cells × years × parts', buildPartCube, PART_EDGE],
]
/** A version's cube is read within a second of its commit. */
const MAX_LIVE_MS = 1000

/** The cubes of a version derived from those of its base, against newly built cubes; the fastest of five runs. */
export async function liveUnits(
  { snapshot }: BenchCity,
  seed: number,
  rules: CubeRules,
): Promise<readonly BenchRow[]> {
  const { columns } = snapshot.segments[0]!
  const size = columns.length
  const rows: BenchRow[] = []
  for (const [name, build, edge] of CUBES) {
    const block = cellPopulation(populationAreas(snapshot.layers.features('areas'), null), edge)
    const ofEdge = { ...rules, block }
    const query = { classes: UNIT_CLASSES, precisionMask: rules.precisionMask }
    const tallies = tallySources(wholeBase(columns), query)
    const base = build(wholeBase(columns), ofEdge)
    for (const corrected of CORRECTED.filter((maximum) => maximum * 8 <= size)) {
      const segments = correctedSince(columns, corrected, seed)
      const carried = await quickest(5, () => {
        const since = sinceBase(segments)
        talliesOnBase(tallies, tallySources(since.died, query), tallySources(since.came, query))
        cubeOnBase(base, since, ofEdge, build)
      })
      const anew = await quickest(size > 1_000_000 ? 1 : 5, () => {
        tallySources(segments, query)
        build(segments, ofEdge)
      })
      rows.push({
        work: `tallies of sources and cube of ${name} of a version with ${corrected.toLocaleString('en')} rows corrected since its base`,
        size,
        ours: `${carried.toFixed(1)} ms`,
        peer: `${anew.toFixed(0)} ms`,
        peerName: 'built anew',
        ratio: anew / carried,
        target: null,
        met: carried <= MAX_LIVE_MS,
      })
    }
  }
  return rows
}

async function quickest(times: number, run: () => unknown): Promise<number> {
  return Math.min(...(await timed(times, run, times === 1 ? 0 : 2)))
}

/** A base in which some rows at random have died, and as many rows that came in their place. */
function correctedSince(
  columns: IncidentColumns,
  corrected: number,
  seed: number,
): readonly [IncidentSegment, IncidentSegment] {
  const random = seededRandom(seed)
  const dead = new Uint32Array(bitmapWords(columns.length))
  const capacity = capacityFor(corrected)
  const delta = viewColumns(new ArrayBuffer(columnBytes(capacity)), capacity, corrected)
  for (let k = 0; k < corrected; k++) {
    const row = Math.floor(random() * columns.length)
    dead[row >>> 5]! |= 1 << (row & 31)
    copyRow(columns, Math.floor(random() * columns.length), delta, k)
  }
  return [
    { columns, dead },
    { columns: delta, dead: null },
  ]
}
