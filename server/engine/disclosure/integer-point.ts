import { type Membership, membershipOf, type SumSystem } from './sum-system.ts'

/**
 * Whole numbers for the atoms of a system. Once every sum is within its bounds it stays so: a move that breaks a sum
 * is repaired by further moves or undone.
 */
export interface IntegerPoint {
  readonly values: Float64Array
  /** Value of a sum. */
  sumOf(sum: number): number
  /** True when every sum lies within its bounds. */
  isFeasible(): boolean
  /** Changes one sum by one, every other staying within its bounds; false, and nothing changed, when no way was found. */
  shift(sum: number, by: 1 | -1): boolean
  /** Raises sums below their bounds, as far as single moves suffice. */
  fill(): void
  /** Re-reads the bounds of a sum after they were loosened. */
  loosened(sum: number): void
  /** Takes over values from the solver; false, and nothing changed, when one of their sums breaks its bounds. */
  adopt(atoms: readonly number[], values: ArrayLike<number>): boolean
}

/** Limits of one chain of moves, beyond which a shift is left to the solver. */
const MAX_MOVES = 8
const MAX_CANDIDATES = 400
/** Moves tried that repair one sum and break another. */
const MAX_DETOURS = 12

/** The point of all zeros. */
export function createIntegerPoint(system: SumSystem): IntegerPoint {
  const { sums, low, high } = system
  const member = membershipOf(system)
  const values = new Float64Array(system.atoms)
  const totals = new Float64Array(sums.length)
  const broken = new Set<number>()
  const isBroken = (sum: number) => totals[sum]! < low[sum]! || totals[sum]! > high[sum]!
  const note = (sum: number) => void (isBroken(sum) ? broken.add(sum) : broken.delete(sum))
  sums.forEach((_, sum) => note(sum))
  const candidates = createCandidates(system, member)

  const move = (atom: number, by: number) => {
    values[atom]! += by
    for (let m = member.start[atom]!; m < member.start[atom + 1]!; m++) {
      const sum = member.sum[m]!
      totals[sum]! += member.sign[m]! * by
      note(sum)
    }
  }

  /** Per atom, the membership that last kept it from moving: nearly always the one that does so again. */
  const obstacle = new Int32Array(system.atoms).fill(-1)
  const isInTheWay = (m: number, by: number): boolean => {
    const sum = member.sum[m]!
    const change = member.sign[m]! * by
    return change > 0 ? totals[sum]! + change > high[sum]! : totals[sum]! + change < low[sum]!
  }

  /** Whether a move breaks no sum that held, and makes none that is broken worse. */
  const isClean = (atom: number, by: number): boolean => {
    if (values[atom]! + by < 0) return false
    const last = obstacle[atom]!
    if (last >= 0 && isInTheWay(last, by)) return false
    for (let m = member.start[atom]!; m < member.start[atom + 1]!; m++) {
      if (!isInTheWay(m, by)) continue
      obstacle[atom] = m
      return false
    }
    return true
  }

  const isInBroken = (atom: number): boolean => {
    for (let m = member.start[atom]!; m < member.start[atom + 1]!; m++) {
      if (broken.has(member.sum[m]!)) return true
    }
    return false
  }

  let tried = 0
  /** Repairs all broken sums by a chain of at most `moves` moves, depth first. */
  const mend = (moves: number, touched: Set<number>): boolean => {
    if (broken.size === 0) return true
    if (moves === 0 || tried++ > MAX_CANDIDATES) return false
    const [sum] = broken
    const upward = totals[sum!]! < low[sum!]!
    let detours = 0
    for (const clean of [true, false]) {
      for (const entry of candidates(sum!)) {
        const atom = entry >> 1
        const by = (entry & 1) === (upward ? 0 : 1) ? 1 : -1
        if (values[atom]! + by < 0 || isClean(atom, by) !== clean || touched.has(atom)) continue
        if (!clean && detours++ >= MAX_DETOURS) break
        move(atom, by)
        touched.add(atom)
        if (mend(moves - 1, touched)) return true
        touched.delete(atom)
        move(atom, -by)
        if (clean) break
      }
    }
    return false
  }

  return {
    values,
    sumOf: (sum) => totals[sum]!,
    isFeasible: () => broken.size === 0,
    shift(sum, by) {
      const bounds = [low[sum]!, high[sum]!] as const
      const goal = totals[sum]! + by
      if (goal < bounds[0] || goal > bounds[1]) return false
      low[sum] = goal
      high[sum] = goal
      note(sum)
      tried = 0
      const found = mend(MAX_MOVES, new Set())
      low[sum] = bounds[0]
      high[sum] = bounds[1]
      note(sum)
      return found
    },
    fill() {
      const bySize = sums.map((_, sum) => sum).sort((a, b) => sums[a]!.plus.length - sums[b]!.plus.length)
      for (const sum of bySize) raise(sum)
    },
    loosened: note,
    adopt(atoms, found) {
      const before = atoms.map((atom) => values[atom]!)
      atoms.forEach((atom, k) => move(atom, Math.round(found[k]!) - values[atom]!))
      const good = atoms.every((atom) => values[atom]! >= 0 && !isInBroken(atom))
      if (!good) atoms.forEach((atom, k) => move(atom, before[k]! - values[atom]!))
      return good
    },
  }

  function raise(sum: number): void {
    for (const atom of sums[sum]!.plus) {
      const missing = low[sum]! - totals[sum]!
      if (missing <= 0) return
      let room = missing
      for (let m = member.start[atom]!; m < member.start[atom + 1]!; m++) {
        const other = member.sum[m]!
        room = Math.min(
          room,
          member.sign[m]! > 0 ? high[other]! - totals[other]! : totals[other]! - low[other]!,
        )
      }
      if (room > 0) move(atom, room)
    }
  }
}

/**
 * The atoms of a sum as atom · 2 + (0 plus, 1 minus), those in the fewest sums first: their moves break the fewest
 * others.
 */
function createCandidates({ sums }: SumSystem, { start }: Membership): (sum: number) => Int32Array {
  const sorted: (Int32Array | undefined)[] = []
  return (sum) => {
    const known = sorted[sum]
    if (known !== undefined) return known
    const { plus, minus } = sums[sum]!
    const entries = Int32Array.from([...plus.map((a) => a * 2), ...minus.map((a) => a * 2 + 1)])
    const sumsOf = (entry: number) => start[(entry >> 1) + 1]! - start[entry >> 1]!
    sorted[sum] = entries.sort((a, b) => sumsOf(a) - sumsOf(b))
    return sorted[sum]
  }
}
