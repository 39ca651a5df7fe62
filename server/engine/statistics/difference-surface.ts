import { benjaminiHochberg } from './false-discovery.ts'
import { compareTwoPeriods, type TwoPeriods } from './two-periods.ts'

/** Classes of a cell's change; the position in the list is the stored code. */
export const CHANGE_CLASSES = ['few', 'same', 'fewer', 'fewer2', 'more', 'more2'] as const
export type ChangeClass = (typeof CHANGE_CLASSES)[number]

/** What changed between two periods, one entry a cell of the population. */
export interface CellChanges {
  /** Incidents in the cell and its neighbours. */
  readonly now: Float64Array
  readonly before: Float64Array
  /** NaN where there was nothing before. */
  readonly ratio: Float64Array
  /** 95 % interval of the ratio; NaN where both are 0, `high` Infinity where there was nothing before. */
  readonly low: Float64Array
  readonly high: Float64Array
  readonly p: Float64Array
  readonly q: Float64Array
  /** Codes of CHANGE_CLASSES. */
  readonly classCode: Uint8Array
}

/** Below this in both periods a cell is too small to tell. */
const MIN_COUNT = 5
const ALPHA = 0.05

/**
 * Cell by cell, whether more or fewer incidents were recorded than before: `compareTwoPeriods` of the neighbourhood's
 * sums, adjusted over the whole map (Benjamini & Hochberg 1995). `more2` and `fewer2` where the whole interval lies
 * beyond twice or half, `same` where the two cannot be told apart, `few` below 5 in both.
 *
 * @param now, before sums ≥ 0 of the same cells
 * @param exposureRatio length of the period now by that before
 */
export function compareSurfaces(now: Float64Array, before: Float64Array, exposureRatio: number): CellChanges {
  const cells = now.length
  const changes = {
    now,
    before,
    ratio: new Float64Array(cells).fill(Number.NaN),
    low: new Float64Array(cells).fill(Number.NaN),
    high: new Float64Array(cells).fill(Number.NaN),
    p: new Float64Array(cells).fill(1),
    classCode: new Uint8Array(cells),
  }
  const compare = remembering(exposureRatio)
  for (let k = 0; k < cells; k++) {
    const { ratio, interval, p } = compare(now[k]!, before[k]!)
    if (interval === null) continue
    changes.ratio[k] = ratio ?? Number.NaN
    changes.low[k] = interval.low
    changes.high[k] = interval.high
    changes.p[k] = p
  }
  const tested = { ...changes, q: benjaminiHochberg(changes.p) }
  for (let k = 0; k < cells; k++) tested.classCode[k] = CHANGE_CLASSES.indexOf(classOf(tested, k))
  return tested
}

function classOf({ now, before, low, high, q }: CellChanges, k: number): ChangeClass {
  if (now[k]! < MIN_COUNT && before[k]! < MIN_COUNT) return 'few'
  if (q[k]! > ALPHA) return 'same'
  if (low[k]! >= 2) return 'more2'
  if (low[k]! > 1) return 'more'
  if (high[k]! <= 0.5) return 'fewer2'
  return high[k]! < 1 ? 'fewer' : 'same'
}

/** Most cells share their pair of counts with others. */
function remembering(exposureRatio: number): (now: number, before: number) => TwoPeriods {
  const known = new Map<string, TwoPeriods>()
  return (now, before) => {
    const key = `${now} ${before}`
    let result = known.get(key)
    if (result === undefined) known.set(key, (result = compareTwoPeriods(now, before, { exposureRatio })))
    return result
  }
}
