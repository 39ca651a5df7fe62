import { type Components, componentsOf } from './components.ts'
import { createIntegerPoint, type IntegerPoint } from './integer-point.ts'
import { type AtomBounds, propagateBounds } from './propagate-bounds.ts'
import type { SolveResult, SolveRequest, SumSolver } from './sum-solver.ts'
import { isFree, type SumSystem } from './sum-system.ts'

/** A hidden sum, and the values that must remain possible. */
export interface HiddenSum {
  readonly sum: number
  /** Every whole number from 0 to this one… */
  readonly maxValue: number
  /** Whether any number above is also allowed; false for sums known to be small. */
  readonly orAbove: boolean
}

/** What all released sums together imply of a hidden one. */
export interface SumBreach {
  readonly sum: number
  /** The values of 0 … maxValue that remain possible lie within; both −1 where the solver ran out of time. */
  readonly low: number
  readonly high: number
  /** Values of 0 … maxValue that are excluded. */
  readonly excluded: readonly number[]
}

/** An attack on one system, which reuses what it has found. */
export interface SumAttack {
  /** Sums whose bounds had to be loosened for any solution to exist. */
  readonly loosened: readonly number[]
  /** Looks for a solution in whole numbers for every value that must remain possible; null = all have one. */
  breachOf(hidden: HiddenSum): SumBreach | null
  /**
   * The cheapest sums to hide so that a value of another becomes possible again.
   *
   * @param prices what hiding costs, by sum
   */
  hideFor(
    sum: number,
    value: number,
    prices: ReadonlyMap<number, number>,
  ): readonly number[] | 'nothing-helps' | 'undecided'
  /** Drops the bounds of a sum. */
  hide(sum: number): void
}

/**
 * Attacks a system exactly.
 *
 * Any solution within all bounds may be the truth. The point moves from solution to solution by short chains of ±1,
 * which shows nearly every value to be possible; propagated bounds exclude nearly all others; the rest is decided by
 * integer programming over the components concerned. A value counts as possible only with a solution checked against
 * every bound.
 */
export function createSumAttack(system: SumSystem, solver: SumSolver): SumAttack {
  const point = createIntegerPoint(system)
  const parts = componentsOf(system)
  const loosened = establish(system, point, parts, solver)

  const solve = (sum: number, rest: Omit<SolveRequest, 'atoms' | 'sums'>): SolveResult => {
    const { atoms, sums } = partsOf(system, parts, sum)
    const response = solver.solve(system, { atoms, sums, ...rest })
    if (response.status === 'solved' && rest.elastic === undefined && !point.adopt(atoms, response.values)) {
      return { status: 'undecided' }
    }
    return response
  }

  /** Moves the point towards a value of a sum, recording every value on the way. */
  const walk = (sum: number, goal: number, seen: Set<number>): void => {
    seen.add(point.sumOf(sum))
    while (point.sumOf(sum) !== goal && point.shift(sum, point.sumOf(sum) < goal ? 1 : -1)) {
      seen.add(point.sumOf(sum))
    }
  }

  let bounds: AtomBounds | null = null
  /** Whether propagated bounds exclude every value that was not seen. */
  const isPlain = (sum: number, maxValue: number, seen: ReadonlySet<number>): boolean => {
    bounds ??= propagateBounds(system)
    const { plus } = system.sums[sum]!
    const minSum = plus.reduce((total, atom) => total + bounds!.low[atom]!, 0)
    const maxSum = plus.reduce((total, atom) => total + bounds!.high[atom]!, 0)
    return numbersTo(maxValue).every((value) => seen.has(value) || value < minSum || value > maxSum)
  }

  const decide = (sum: number, maxValue: number, seen: Set<number>): SumBreach | null => {
    if (isPlain(sum, maxValue, seen)) return breachOfSeen(sum, maxValue, seen)
    const highest = solve(sum, { aim: { sum, sense: 'most', cap: maxValue } })
    walk(sum, 0, seen)
    const lowest = solve(sum, { aim: { sum, sense: 'least', cap: 0 } })
    walk(sum, maxValue, seen)
    if (highest.status === 'undecided' || lowest.status === 'undecided')
      return unknownBreach(sum, maxValue, seen)
    for (const value of numbersTo(maxValue)) {
      const between = value > Math.min(...seen) && value < Math.max(...seen)
      if (!between || seen.has(value)) continue
      const response = solve(sum, { aim: null, fixed: { sum, value } })
      if (response.status === 'undecided') return unknownBreach(sum, maxValue, seen)
      if (response.status === 'solved') seen.add(value)
    }
    return breachOfSeen(sum, maxValue, seen)
  }

  return {
    loosened,
    breachOf({ sum, maxValue, orAbove }) {
      const seen = new Set<number>()
      if (orAbove) {
        walk(sum, maxValue + 1, seen)
        if (point.sumOf(sum) > maxValue) return null
        const above = solve(sum, { aim: { sum, sense: 'most', cap: maxValue + 1 } })
        if (above.status === 'solved' && point.sumOf(sum) > maxValue) return null
      }
      walk(sum, 0, seen)
      walk(sum, maxValue, seen)
      return breachOfSeen(sum, maxValue, seen) === null ? null : decide(sum, maxValue, seen)
    },
    hideFor(sum, value, prices) {
      const within = new Set(partsOf(system, parts, sum).sums)
      const elastic = new Map([...prices].filter(([other]) => within.has(other) && !isFree(system, other)))
      const response = solve(sum, { aim: null, fixed: { sum, value }, elastic })
      if (response.status === 'solved') return response.broken
      return response.status === 'infeasible' ? 'nothing-helps' : 'undecided'
    },
    hide(sum) {
      system.low[sum] = 0
      system.high[sum] = Infinity
      point.loosened(sum)
      bounds = null
    },
  }
}

function breachOfSeen(sum: number, maxValue: number, seen: ReadonlySet<number>): SumBreach | null {
  const possible = numbersTo(maxValue).filter((value) => seen.has(value))
  if (possible.length === maxValue + 1) return null
  const excluded = numbersTo(maxValue).filter((value) => !seen.has(value))
  return { sum, low: Math.min(...possible, maxValue + 1), high: Math.max(...possible, -1), excluded }
}

function unknownBreach(sum: number, maxValue: number, seen: ReadonlySet<number>): SumBreach {
  return { sum, low: -1, high: -1, excluded: numbersTo(maxValue).filter((value) => !seen.has(value)) }
}

function numbersTo(maxValue: number): readonly number[] {
  return Array.from({ length: maxValue + 1 }, (_, value) => value)
}

/** The components that hold atoms of a sum, merged. */
function partsOf(system: SumSystem, { of, components }: Components, sum: number) {
  const touched = [...new Set(system.sums[sum]!.plus.map((atom) => of[atom]!))]
  return {
    atoms: touched.flatMap((part) => components[part]!.atoms),
    sums: touched.flatMap((part) => components[part]!.sums),
  }
}

/**
 * Finds a first solution. There may be none, because a figure may count more than the atoms hold (an incident in a
 * sliver, a row outside all cells and places); then bounds are loosened by as little as possible, which overestimates
 * the attacker.
 *
 * @returns the sums that were loosened
 */
function establish(
  system: SumSystem,
  point: IntegerPoint,
  { components }: Components,
  solver: SumSolver,
): readonly number[] {
  point.fill()
  const loosened: number[] = []
  for (const { atoms, sums } of components) {
    if (sums.every((sum) => holds(system, point, sum))) continue
    const elastic = new Map(sums.map((sum) => [sum, 1]))
    const response = solver.solve(system, { atoms, sums, aim: null, elastic })
    if (response.status !== 'solved')
      throw new RangeError('The figures of a release could not be explained in time.')
    for (const sum of response.broken) {
      loosened.push(sum)
      const total = totalOf(system, sum, atoms, response.values)
      system.low[sum] = Math.min(system.low[sum]!, total)
      system.high[sum] = Math.max(system.high[sum]!, total)
      point.loosened(sum)
    }
    if (!point.adopt(atoms, response.values)) throw new RangeError('The solver’s explanation does not fit.')
  }
  return loosened
}

function holds({ low, high }: SumSystem, point: IntegerPoint, sum: number): boolean {
  const total = point.sumOf(sum)
  return total >= low[sum]! && total <= high[sum]!
}

function totalOf(
  { sums }: SumSystem,
  sum: number,
  atoms: readonly number[],
  values: ArrayLike<number>,
): number {
  const { plus, minus } = sums[sum]!
  const [added, taken] = [new Set(plus), new Set(minus)]
  return atoms.reduce((total, atom, k) => {
    const sign = added.has(atom) ? 1 : taken.has(atom) ? -1 : 0
    return total + sign * Math.round(values[k]!)
  }, 0)
}
