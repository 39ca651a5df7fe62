import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { anywhere, EAST, LAST_MONTH, moment, MONTHS, nearCentre, NORTH, type Row } from './attacked-city.ts'

/** Kinds of incidents that are not disclosed to planners. */
const UNDISCLOSED: readonly Pick<Row, 'category' | 'setting' | 'source' | 'flags'>[] = [
  ...['violence', 'burglary', 'vandalism', 'disorder', 'litter', 'other'].map((category) => ({
    category,
    setting: 'dwelling' as const,
    source: 'police' as const,
  })),
  ...['violence', 'robbery', 'weapons', 'threat_harassment', 'theft', 'burglary'].map((category) => ({
    category,
    setting: 'unknown' as const,
    source: 'city' as const,
  })),
  { category: 'sexual_offence', setting: 'outdoor', source: 'police' },
  ...(['hate', 'child', 'domestic', 'elder_crime'] as const).map((flag) => ({
    category: 'vandalism',
    setting: 'outdoor' as const,
    source: 'police' as const,
    flags: [flag],
  })),
  { category: 'vandalism', setting: 'outdoor', source: 'closed' },
  ...['violence', 'vandalism', 'disorder', 'litter'].map((category) => ({
    category,
    setting: 'outdoor' as const,
    source: 'other-board' as const,
  })),
  { category: 'theft', setting: 'unknown', source: 'no-setting' },
  { category: 'litter', setting: 'unknown', source: 'no-setting' },
  // The only rows of their sources that have a setting, an exact place, or are there at all.
  { category: 'graffiti', setting: 'dwelling', source: 'no-setting' },
  { category: 'graffiti', setting: 'dwelling', source: 'areas-only' },
  { category: 'graffiti', setting: 'dwelling', source: 'fresh' },
  { category: 'theft', setting: 'unknown', source: 'fresh' },
]

/**
 * Incidents that must not change a planner's responses: each kind among the others, outside the city, far away,
 * before and after all others, many at once, and dated by month.
 */
export function withheldRows(): readonly Row[] {
  const random = seededRandom(5)
  return UNDISCLOSED.flatMap((kind, n) => {
    const spots: Partial<Row>[] = [
      {},
      { x: EAST - 400 },
      { y: NORTH - 30_000 },
      { month: 2021 * 12 + 4 },
      { month: 2027 * 12 + 2 },
      { month: LAST_MONTH },
      { weight: 40 },
      { time: 'month' },
      { time: 'day' },
      { precision: 'district' },
    ]
    return spots.map((spot, k): Row => {
      const [x, y] = anywhere(random)
      const at = moment(random, LAST_MONTH - Math.floor(MONTHS * random()))
      return { externalId: `withheld-${n}-${k}`, ...nearCentre(random, x, y), ...at, ...kind, ...spot }
    })
  })
}
