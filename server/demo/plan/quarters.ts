import type { Vec } from '../geometry/vector.ts'
import type { DistrictId } from './districts.ts'

/** How a quarter is built. */
export type BuildingStyle =
  | 'old-town'
  | 'closed-block'
  | 'slab'
  | 'tower'
  | 'villa'
  | 'works'
  | 'park'
  | 'open'

/** The street pattern of a quarter; see `PatternOptions`. */
interface StreetPattern {
  readonly rowMetres: number
  readonly columnMetres: number
  readonly irregularity: number
  readonly staggered: boolean
  readonly missing: number
  readonly bendMetres: number
  /** Quarters with the same anchor share one pattern, so that streets run on from one to the next. */
  readonly anchor: Vec | null
}

/** A quarter: the face of the main streets that holds `at`. Faces without one stay open land. */
export interface Quarter {
  readonly district: DistrictId
  readonly at: Vec
  readonly style: BuildingStyle
  readonly angleDegrees: number
  readonly pattern: StreetPattern | null
}

const GRID: StreetPattern = {
  rowMetres: 92,
  columnMetres: 138,
  irregularity: 0.1,
  staggered: false,
  missing: 0,
  bendMetres: 0,
  anchor: [330, -270],
}
const LANES: StreetPattern = {
  rowMetres: 48,
  columnMetres: 92,
  irregularity: 0.28,
  staggered: true,
  missing: 0.08,
  bendMetres: 16,
  anchor: null,
}
const WORKERS: StreetPattern = {
  rowMetres: 96,
  columnMetres: 165,
  irregularity: 0.16,
  staggered: false,
  missing: 0.1,
  bendMetres: 10,
  anchor: null,
}
const FOLKHEM: StreetPattern = {
  rowMetres: 150,
  columnMetres: 210,
  irregularity: 0.2,
  staggered: true,
  missing: 0.15,
  bendMetres: 42,
  anchor: null,
}
const PARKLAND: StreetPattern = {
  rowMetres: 230,
  columnMetres: 300,
  irregularity: 0.2,
  staggered: true,
  missing: 0.2,
  bendMetres: 60,
  anchor: null,
}
const GARDENS: StreetPattern = {
  rowMetres: 82,
  columnMetres: 230,
  irregularity: 0.16,
  staggered: true,
  missing: 0.12,
  bendMetres: 48,
  anchor: null,
}
const WORKS: StreetPattern = {
  rowMetres: 170,
  columnMetres: 240,
  irregularity: 0.14,
  staggered: false,
  missing: 0.12,
  bendMetres: 0,
  anchor: null,
}

const quarter = (
  district: DistrictId,
  x: number,
  y: number,
  style: BuildingStyle,
  angleDegrees: number,
  pattern: StreetPattern | null,
): Quarter => ({
  district,
  at: [x, y],
  style,
  angleDegrees,
  pattern,
})

export const QUARTERS: readonly Quarter[] = [
  quarter('tjarbryggan', 166, -920, 'old-town', 96, LANES),
  quarter('tjarbryggan', 242, -1421, 'old-town', 100, LANES),
  quarter('tjarbryggan', 700, -1399, 'old-town', 88, LANES),
  quarter('tjarbryggan', 651, -938, 'old-town', 92, LANES),

  quarter('vaverskestaden', 26, 172, 'closed-block', 91, GRID),
  quarter('vaverskestaden', 612, 197, 'closed-block', 91, GRID),
  quarter('vaverskestaden', 633, -431, 'closed-block', 91, GRID),
  quarter('vaverskestaden', 1628, 253, 'closed-block', 80, { ...GRID, anchor: null }),
  quarter('vaverskestaden', 79, -378, 'park', 0, null),
  quarter('vaverskestaden', 985, -782, 'park', 0, null),

  quarter('repslagarbacken', -511, -13, 'closed-block', 2, WORKERS),
  quarter('repslagarbacken', -578, -656, 'closed-block', 4, WORKERS),
  quarter('repslagarbacken', -978, -718, 'closed-block', 4, WORKERS),
  quarter('repslagarbacken', -802, 58, 'park', 0, null),
  quarter('repslagarbacken', -1467, -601, 'slab', 6, FOLKHEM),
  quarter('repslagarbacken', -1167, 272, 'slab', -28, FOLKHEM),
  quarter('klockmakarangen', 1509, -771, 'slab', 62, FOLKHEM),
  quarter('klockmakarangen', 2258, 371, 'slab', 20, FOLKHEM),
  quarter('klockmakarangen', 2210, -409, 'slab', -35, FOLKHEM),
  quarter('klockmakarangen', 2777, -394, 'park', 0, null),

  quarter('angvisselstaden', -346, 953, 'works', 8, WORKS),
  quarter('angvisselstaden', 807, 1063, 'closed-block', 2, {
    ...GRID,
    rowMetres: 118,
    columnMetres: 175,
    anchor: null,
  }),
  quarter('angvisselstaden', 1014, 738, 'open', 0, null),
  quarter('angvisselstaden', -337, 602, 'open', 0, null),

  quarter('kranhamnen', -653, -1331, 'works', 3, WORKS),
  quarter('kranhamnen', -695, -1711, 'works', 3, WORKS),
  quarter('kranhamnen', -1064, -1723, 'works', -8, WORKS),
  quarter('kranhamnen', -1040, -1348, 'works', -4, WORKS),
  quarter('kranhamnen', -1530, -1281, 'works', 4, WORKS),
  quarter('kranhamnen', -2130, -1620, 'works', 8, WORKS),
  quarter('kranhamnen', -1549, -1653, 'works', 0, WORKS),
  quarter('kranhamnen', -1309, -2028, 'works', 0, null),

  quarter('lodlinehojden', -2369, -345, 'villa', -14, GARDENS),
  quarter('lodlinehojden', -1943, 165, 'villa', 24, GARDENS),
  quarter('lodlinehojden', -2670, 456, 'villa', 36, GARDENS),
  quarter('lodlinehojden', -2188, 766, 'villa', -30, GARDENS),
  quarter('smorblomshojden', -1611, 719, 'slab', 40, FOLKHEM),
  quarter('smorblomshojden', -2217, 1279, 'tower', 24, PARKLAND),
  quarter('smorblomshojden', -1977, 1786, 'tower', 24, PARKLAND),
  quarter('smorblomshojden', -1650, 1480, 'park', 0, null),

  quarter('fyrvaktarudden', 2492, 927, 'villa', 12, GARDENS),
  quarter('fyrvaktarudden', 2157, 1371, 'open', 0, null),
  quarter('fyrvaktarudden', 1891, 1628, 'villa', 40, GARDENS),
  quarter('goktyteskogen', 721, 2275, 'villa', -20, GARDENS),
  quarter('goktyteskogen', 576, 1641, 'park', 0, null),
  quarter('klockmakarangen', 2398, -2476, 'closed-block', 12, {
    ...GRID,
    rowMetres: 88,
    columnMetres: 96,
    anchor: null,
  }),
]
