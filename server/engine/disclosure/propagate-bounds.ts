import { membershipOf, type SumSystem } from './sum-system.ts'

/** Smallest and largest value of every atom, as far as single sums imply. */
export interface AtomBounds {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Average visits of each sum before propagation stops. */
const MAX_ROUNDS = 50

/**
 * Narrows the atoms down, sum by sum, until no sum narrows any further: an atom is at most what its sum leaves when
 * all the others are as small as they can be, and the other way round. Sound and cheap, but not complete.
 */
export function propagateBounds(system: SumSystem): AtomBounds {
  const { start, sum: sumsOf } = membershipOf(system)
  const low = new Float64Array(system.atoms)
  const high = new Float64Array(system.atoms).fill(Infinity)
  const waiting = system.sums.map((_, sum) => sum)
  const isWaiting = new Uint8Array(system.sums.length).fill(1)
  const maxVisits = system.sums.length * MAX_ROUNDS
  for (let looked = 0; looked < waiting.length && looked < maxVisits; looked++) {
    const sum = waiting[looked]!
    isWaiting[sum] = 0
    for (const atom of narrow(system, sum, low, high)) {
      for (let m = start[atom]!; m < start[atom + 1]!; m++) {
        if (isWaiting[sumsOf[m]!] === 1) continue
        isWaiting[sumsOf[m]!] = 1
        waiting.push(sumsOf[m]!)
      }
    }
  }
  return { low, high }
}

/** Narrows the atoms of one sum; gives those that changed. */
function narrow(system: SumSystem, sum: number, low: Float64Array, high: Float64Array): readonly number[] {
  const { plus, minus } = system.sums[sum]!
  const minSum = addAll(plus, low) - addAll(minus, high)
  const maxSum = addAll(plus, high) - addAll(minus, low)
  const [from, to] = [system.low[sum]!, system.high[sum]!]
  const changed: number[] = []
  const set = (atom: number, newLow: number, newHigh: number) => {
    if (!(newLow > low[atom]!) && !(newHigh < high[atom]!)) return
    if (newLow > low[atom]!) low[atom] = newLow
    if (newHigh < high[atom]!) high[atom] = newHigh
    changed.push(atom)
  }
  // Infinity − Infinity is NaN, and NaN compares as false: an atom that nothing bounds stays unbounded.
  for (const atom of plus) set(atom, from - (maxSum - high[atom]!), to - (minSum - low[atom]!))
  for (const atom of minus) set(atom, minSum + high[atom]! - to, maxSum + low[atom]! - from)
  return changed
}

function addAll(atoms: readonly number[], values: Float64Array): number {
  let total = 0
  for (const atom of atoms) total += values[atom]!
  return total
}
