import type { Interval } from '../statistics/interval.ts'
import type { Cell, CellPopulation } from '../statistics/surface-types.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import { cellMarks, takeUnlessMarked, unmarkedRows } from './place-marks.ts'
import { type PlaceShape, placeShapes } from './place-shapes.ts'
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
import type { SiteUnits } from './site-units.ts'

/** Larger sites are not ranked, m². */
const MAX_RANKED_M2 = 500_000
const COMPARABLE_FACTOR = 2
/** Fewer residents (or other incidents) than this count as this many. */
const MIN_COMPARED = 1
const MIN_DISJOINT = 30
/** Matching values are rounded to multiples of 1/1024. */
const FIXED_POINT = 2 ** 10
/**
 * Matching value of a cell outside the population: more than any place holds, so that one sum also counts missing
 * cells.
 */
const MISSING = 2 ** 40
/** Rows with at most so many between them are summed in one go. */
const CLOSE_ROWS = 4

/** How many comparable places hold more than the site, of one kind of figure. */
export interface PlaceRank {
  readonly more: number
  readonly equal: number
  /** (more + ½ equal) / placements. */
  readonly share: number
  /** 95 % interval of the share by the number of disjoint places (Wilson 1927). */
  readonly interval: Interval
}

export type PlaceRanks =
  | {
      readonly kind: 'ranked'
      readonly placements: number
      readonly disjoint: number
      /** One a figure. */
      readonly ranks: readonly PlaceRank[]
      /** False where the population reaches further than 40 km from the site. */
      readonly whole: boolean
    }
  | { readonly kind: 'too-few'; readonly placements: number; readonly disjoint: number }
  | { readonly kind: 'too-large' | 'outside-population' }

export interface RankQuestion {
  readonly population: CellPopulation
  /** What must be within a factor of 2: residents, or incidents of the other groups. One number a cell of the block. */
  readonly comparable: Float64Array
  /** What is ranked, whole incidents: one number a cell of the block each. */
  readonly figures: readonly Float64Array[]
}

/**
 * The rank of a site among all comparable places, without sampling: every translation and rotation (60°) on the
 * lattice of the site's cells in the population that is at least 95 % in the population, shares no cell with the
 * site, and agrees with it within a factor of 2. Places are found rotation by rotation, from west to east and south
 * to north; in that order those that share no cell with an earlier one are counted as disjoint.
 *
 * Placements of equal cells count once. Cells outside the population hold nothing.
 */
export function rankPlace(
  { site, areaM2 }: Pick<SiteUnits, 'site' | 'areaM2'>,
  question: RankQuestion,
): PlaceRanks {
  if (areaM2 > MAX_RANKED_M2) return { kind: 'too-large' }
  const { population } = question
  const inside = site.filter((cell) => populationIndex(population, cell) >= 0)
  if (inside.length === 0) return { kind: 'outside-population' }

  const shapes = placeShapes(inside)
  const search = prepare(inside, shapes, site, question)
  for (const shape of shapes) visitPlacements(search, shape)
  const { placements, disjoint, more, equal, window } = search
  if (disjoint < MIN_DISJOINT) return { kind: 'too-few', placements, disjoint }
  const ranks = question.figures.map((_, k) => {
    const share = (more[k]! + equal[k]! / 2) / placements
    return { more: more[k]!, equal: equal[k]!, share, interval: wilsonInterval(share, disjoint) }
  })
  return { kind: 'ranked', placements, disjoint, ranks, whole: window.whole }
}

interface Search {
  readonly window: RankWindow
  readonly comparable: Float64Array
  readonly low: number
  readonly high: number
  readonly figures: readonly Float64Array[]
  readonly own: readonly number[]
  /** Cells of the site, and of the places counted as disjoint; laid out as column sums are. */
  readonly ofSite: Uint8Array
  readonly siteColumns: readonly [west: number, east: number]
  readonly taken: Uint8Array
  readonly more: Float64Array
  readonly equal: Float64Array
  placements: number
  disjoint: number
}

function prepare(
  inside: readonly Cell[],
  shapes: readonly PlaceShape[],
  site: readonly Cell[],
  { population, comparable, figures }: RankQuestion,
): Search {
  const window = rankWindow(population, inside, shapes)
  const ownOf = (values: Float64Array, scale = 1) =>
    inside.reduce((sum, cell) => sum + Math.round(values[populationIndex(population, cell)]! * scale), 0)
  const floor = MIN_COMPARED * FIXED_POINT
  const own = Math.max(ownOf(comparable, FIXED_POINT), floor)
  const siteColumns = site.map(({ i }) => i - window.i0)
  const ofSite = cellMarks(window, site)
  return {
    window,
    comparable: columnSums(population, window, comparable, { scale: FIXED_POINT, missing: MISSING }),
    low: own / COMPARABLE_FACTOR <= floor ? 0 : own / COMPARABLE_FACTOR,
    high: own * COMPARABLE_FACTOR,
    figures: figures.map((values) => columnSums(population, window, values)),
    own: figures.map((values) => ownOf(values)),
    ofSite,
    siteColumns: [Math.min(...siteColumns), Math.max(...siteColumns)],
    taken: new Uint8Array(ofSite.length),
    more: new Float64Array(figures.length),
    equal: new Float64Array(figures.length),
    placements: 0,
    disjoint: 0,
  }
}

/** Every place of a shape: column by column, all rows of one at once. */
function visitPlacements(search: Search, shape: PlaceShape): void {
  const { window, figures } = search
  const anchors = window.rows - shape.above - shape.below
  const sums = new Float64Array(anchors)
  const rows = new Int32Array(anchors)
  for (let column = 0; column + shape.width < window.columns; column++) {
    const runs = columnRuns(window, shape, column)
    sumColumn(search.comparable, runs, shape.below, anchors, sums)
    let found = comparableRows(search, shape, sums, rows)
    if (mayMeetSite(search, shape, column)) found = unmarkedRows(search.ofSite, runs, rows, found)
    if (found === 0) continue
    search.placements += found
    for (let k = 0; k < figures.length; k++) compareFigure(search, k, runs, rows.subarray(0, found), sums)
    search.disjoint += takeDisjoint(search.taken, runs, rows.subarray(0, found))
  }
}

function mayMeetSite({ siteColumns: [west, east] }: Search, { width }: PlaceShape, column: number): boolean {
  return column <= east && column + width >= west
}

/** Anchor rows of places that have enough cells in the population and compare with the site, ascending. */
function comparableRows(
  { low, high }: Search,
  shape: PlaceShape,
  sums: Float64Array,
  rows: Int32Array,
): number {
  const spared = maxMissing(shape)
  let found = 0
  for (let k = 0; k < sums.length; k++) {
    const missing = sums[k]! < MISSING ? 0 : Math.floor(sums[k]! / MISSING)
    const amount = sums[k]! - missing * MISSING
    if (missing <= spared && amount >= low && amount <= high) rows[found++] = shape.below + k
  }
  return found
}

/** Counts the places of a column whose figure is greater than the site's, or equal. @param scratch is overwritten */
function compareFigure(
  search: Search,
  figure: number,
  runs: ColumnRuns,
  rows: Int32Array,
  scratch: Float64Array,
): void {
  const own = search.own[figure]!
  let [more, equal] = [0, 0]
  for (let k = 0; k < rows.length; ) {
    const first = rows[k]!
    let end = k + 1
    while (end < rows.length && rows[end]! - rows[end - 1]! <= CLOSE_ROWS) end++
    sumColumn(search.figures[figure]!, runs, first, rows[end - 1]! - first + 1, scratch)
    for (; k < end; k++) {
      const sum = scratch[rows[k]! - first]!
      if (sum > own) more++
      else if (sum === own) equal++
    }
  }
  search.more[figure]! += more
  search.equal[figure]! += equal
}

/** Marks the places that meet no place marked before, in order; gives their number. */
function takeDisjoint(taken: Uint8Array, runs: ColumnRuns, rows: Int32Array): number {
  let disjoint = 0
  for (let k = 0; k < rows.length; k++) if (takeUnlessMarked(taken, runs, rows[k]!)) disjoint++
  return disjoint
}
