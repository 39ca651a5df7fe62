import { parseFootprint } from '../../server/checks/footprint.ts'
import { cellArea } from '../../server/engine/lattice/lattice.ts'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { UNIT_EDGE } from '../../server/engine/units/unit-cube.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { rectangle } from '../support/cities/rectangle.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { type BenchContext, type BenchRow, median, timed } from './bench.ts'
import { openChecks } from './open-checks.ts'

/** South-west corner of the land, metres in EPSG:3006, and its side: close to a million cells of 50 m. */
const [EAST, NORTH, SIDE] = [500_000, 6_500_000, 79_960]
const INCIDENTS = 200_000
const SITES = 10
const MAX_MS = 2000
const TWO_YEARS = 2 * 365 * 1440

/** Whole checks of 5 ha where a country is loaded. */
export async function checkInCountry({ seed, log }: BenchContext): Promise<BenchRow> {
  log('a country')
  const random = seededRandom(seed)
  const rows = Array.from({ length: INCIDENTS }, () => {
    const fromMinute = 28_000_000 + Math.floor(TWO_YEARS * random())
    return {
      xCm: Math.floor(100 * (EAST + SIDE * random())),
      yCm: Math.floor(100 * (NORTH + SIDE * random())),
      fromMinute,
      toMinute: fromMinute,
      categoryIndex: Math.floor(CATEGORIES.length * random()),
    }
  })
  const areas = [squareArea(1, 'study', [EAST, NORTH, SIDE, SIDE])]
  const snapshot = makeSnapshot({ rows, layers: { areas } })
  const sites = Array.from({ length: SITES }, () => {
    const [x, y] = [EAST + SIDE * random(), NORTH + SIDE * random()]
    const ring = rectangle(x, y, 220, 220).coordinates[0]!
    const degrees = ring.map(([east, north]) => [...snapshot.projection.toWgs84(east!, north!)])
    return parseFootprint({ type: 'Polygon', coordinates: [degrees] }, snapshot.projection)
  })
  const { check, close } = openChecks(snapshot)
  try {
    const [first] = await timed(1, () => check(sites[0]!), 0)
    const { cells } = (await check(sites[0]!)).evidence.zones[0]!
    const warm = await timed(SITES, (k) => check(sites[k]!))
    return {
      work: `whole check of 5 ha in a country of ${Math.round((SIDE * SIDE) / cellArea(UNIT_EDGE)).toLocaleString('en')} cells`,
      size: INCIDENTS,
      ours: `the first ${first!.toFixed(0)} ms, then p50 ${median(warm).toFixed(0)} ms, the slowest ${Math.max(...warm).toFixed(0)} ms`,
      peer: `≤ ${MAX_MS} ms`,
      peerName: '',
      ratio: null,
      target: null,
      met: Math.max(...warm) <= MAX_MS,
      note: `${cells!.length} cells in the site`,
    }
  } finally {
    await close()
  }
}
