import type { BeforeAfter } from '../statistics/placebo-comparison.ts'
import type { Cell, CellPopulation } from '../statistics/surface-types.ts'
import { cellMarks, takeUnlessMarked, unmarkedRows } from './place-marks.ts'
import { type RingedShape, ringedShapes } from './place-shapes.ts'
import {
  type ColumnRuns,
  columnRuns,
  columnSums,
  maxMissing,
  populationIndex,
  type RankWindow,
  rankWindow,
  sumColumn,
} from './rank-window.ts'

/** Disjoint placements that a step needs. */
export const MIN_DISJOINT_PLACEBOS = 20
/** What a placebo's baseline must be: within a factor of 3 of the site's; at least a tenth of it; at least 30. */
const WITHIN_FACTOR = 3
const TENTH = 10
const MIN_BEFORE = 30
/** Placebos that a band is drawn of: more would not move its quantiles visibly. */
const MAX_SAMPLED = 400
export const PLACEBO_STEPS = [1, 2, 3] as const
export type PlaceboStep = (typeof PLACEBO_STEPS)[number]

/** Incidents by cell of the population's block, whole or as fixed fractions. */
export interface PeriodValues {
  readonly before: Float64Array
  readonly after: Float64Array
}

/** The cells of a measure's area and of the ring to which incidents may have been displaced. */
export interface TreatedCells {
  readonly site: readonly Cell[]
  /** None of the site's. */
  readonly ring: readonly Cell[]
}

/** Counts of the site, its ring and both. */
export interface RingedCounts {
  readonly site: BeforeAfter
  readonly ring: BeforeAfter
}

/** Places without the measure, of one step. */
export interface Placebos {
  /** How like the site they are: 1 within a factor of 3, 2 at least a tenth as busy, 3 at least 30 in the baseline. */
  readonly step: PlaceboStep
  readonly places: readonly RingedCounts[]
  /** How many of them share no cell of the site, found greedily from west to east and south to north. */
  readonly disjoint: number
  /** The 400 places at most whose baselines are nearest the site's. */
  readonly sampled: readonly RingedCounts[]
  /** Sums of other values over the sites of the sampled ones. @param values by cell of the population's block */
  sampledSums(values: Float64Array): Float64Array
}

/** The counts of the site itself, and its placebos; null where no step has enough. */
export interface PlaceboSearch {
  readonly own: RingedCounts
  readonly placebos: Placebos | null
}

/**
 * Every placement of a site with its ring, all translations and rotations (60°) on the lattice, that is at least 95 %
 * in the population and shares no cell with the site, its ring or another measure's area; of these the first step
 * that has at least 20 disjoint copies of the site. None is sampled.
 *
 * @param others cells of other measures' areas
 */
export function placeboPlaces(
  { site, ring }: TreatedCells,
  population: CellPopulation,
  { before, after }: PeriodValues,
  others: readonly Cell[],
): PlaceboSearch {
  const own = { site: ownCounts(site), ring: ownCounts(ring) }
  const shapes = ringedShapes(site, ring)
  const window = rankWindow(
    population,
    [...site, ...ring],
    shapes.map(({ whole }) => whole),
  )
  const search = {
    window,
    own: own.site.before,
    before: columnSums(population, window, before),
    after: columnSums(population, window, after),
    missing: columnSums(population, window, new Float64Array(before.length), { missing: 1 }),
    closed: cellMarks(window, [...site, ...ring, ...others]),
    found: PLACEBO_STEPS.map(() => ({
      places: [] as RingedCounts[],
      anchors: [] as Anchor[],
      disjoint: 0,
      taken: emptyMarks(window),
    })),
  }
  for (const shape of shapes) visitPlacements(search, shape)
  const at = search.found.findIndex(({ disjoint }) => disjoint >= MIN_DISJOINT_PLACEBOS)
  if (at < 0) return { own, placebos: null }
  const { places, anchors, disjoint } = search.found[at]!
  const distance = (k: number) => Math.abs(places[k]!.site.before - own.site.before)
  const nearest = [...places.keys()]
    .toSorted((a, b) => distance(a) - distance(b) || a - b)
    .slice(0, MAX_SAMPLED)
  return {
    own,
    placebos: {
      step: PLACEBO_STEPS[at]!,
      places,
      disjoint,
      sampled: nearest.map((k) => places[k]!),
      sampledSums(values) {
        const sums = columnSums(population, window, values)
        return Float64Array.from(nearest, (k) => sumAt(sums, anchors[k]!))
      },
    },
  }

  function ownCounts(cells: readonly Cell[]): BeforeAfter {
    const sum = (values: Float64Array) =>
      cells.reduce((total, cell) => total + (values[populationIndex(population, cell)] ?? 0), 0)
    return { before: sum(before), after: sum(after) }
  }
}

/** Where a site lies: its runs in a column, so many rows up. */
interface Anchor {
  readonly runs: ColumnRuns
  readonly row: number
}

function sumAt(sums: Float64Array, { runs: { from, to }, row }: Anchor): number {
  let sum = 0
  for (let run = 0; run < from.length; run++) sum += sums[to[run]! + row]! - sums[from[run]! + row]!
  return sum
}

interface Found {
  readonly places: RingedCounts[]
  readonly anchors: Anchor[]
  readonly taken: Uint8Array
  disjoint: number
}

interface Search {
  readonly window: RankWindow
  /** Incidents of the site in the baseline. */
  readonly own: number
  readonly before: Float64Array
  readonly after: Float64Array
  readonly missing: Float64Array
  readonly closed: Uint8Array
  /** One a step. */
  readonly found: readonly Found[]
}

function emptyMarks({ columns, rows }: RankWindow): Uint8Array {
  return new Uint8Array(columns * (rows + 1))
}

/** Every place of a shape: column by column, all rows of one at once. */
function visitPlacements(search: Search, shape: RingedShape): void {
  const { window } = search
  const { whole } = shape
  const anchors = window.rows - whole.above - whole.below
  const missing = new Float64Array(anchors)
  const sums = Array.from({ length: 4 }, () => new Float64Array(anchors))
  const rows = new Int32Array(anchors)
  for (let column = 0; column + whole.width < window.columns; column++) {
    const runs = columnRuns(window, whole, column)
    sumColumn(search.missing, runs, whole.below, anchors, missing)
    const siteRuns = columnRuns(window, shape.site, column)
    sumColumn(search.before, siteRuns, whole.below, anchors, sums[0]!)
    const found = comparableRows(search, whole, missing, sums[0]!, rows)
    const open = found === 0 ? 0 : unmarkedRows(search.closed, runs, rows, found)
    if (open === 0) continue
    const ringRuns = columnRuns(window, shape.ring, column)
    sumColumn(search.after, siteRuns, whole.below, anchors, sums[1]!)
    sumColumn(search.before, ringRuns, whole.below, anchors, sums[2]!)
    sumColumn(search.after, ringRuns, whole.below, anchors, sums[3]!)
    for (let k = 0; k < open; k++) keep(search, siteRuns, rows[k]!, sums, rows[k]! - whole.below)
  }
}

/** Anchor rows of places that have enough cells in the population and are of any step, ascending. */
function comparableRows(
  { own }: Search,
  shape: RingedShape['whole'],
  missing: Float64Array,
  before: Float64Array,
  rows: Int32Array,
): number {
  const spared = maxMissing(shape)
  const minBefore = Math.min(own / TENTH, MIN_BEFORE)
  let found = 0
  for (let k = 0; k < missing.length; k++)
    if (missing[k]! <= spared && before[k]! >= minBefore) rows[found++] = shape.below + k
  return found
}

/** Adds a placement to each step that it is of. */
function keep(
  search: Search,
  siteRuns: ColumnRuns,
  row: number,
  [siteBefore, siteAfter, ringBefore, ringAfter]: readonly Float64Array[],
  at: number,
): void {
  const before = siteBefore![at]!
  const counts = {
    site: { before, after: siteAfter![at]! },
    ring: { before: ringBefore![at]!, after: ringAfter![at]! },
  }
  const anchor = { runs: siteRuns, row }
  for (const [step, found] of search.found.entries()) {
    if (!isOfStep(before, search.own, PLACEBO_STEPS[step]!)) continue
    found.places.push(counts)
    found.anchors.push(anchor)
    if (takeUnlessMarked(found.taken, siteRuns, row)) found.disjoint++
  }
}

function isOfStep(before: number, own: number, step: PlaceboStep): boolean {
  if (step === 1) return before * WITHIN_FACTOR >= own && before <= own * WITHIN_FACTOR
  return step === 2 ? before * TENTH >= own : before >= MIN_BEFORE
}
