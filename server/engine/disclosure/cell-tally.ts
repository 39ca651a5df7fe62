/** What the band of a cell is computed from. */
export interface CellCount {
  readonly count: number
  readonly positions: number
  readonly largest: number
}

/** Counts by key, with how they spread over positions. */
export interface CellTally {
  add(key: number, x: number, y: number, weight: number): void
  of(key: number): CellCount
}

const NOTHING: CellCount = { count: 0, positions: 0, largest: 0 }
const LAP_CM = 2 ** 20
const SHIFT = 2 ** 32

/** An empty tally. Positions are equal when their centimetres are. */
export function createCellTally(): CellTally {
  const byKey = new Map<number, Map<number, number>>()
  return {
    add(key, x, y, weight) {
      const positions = byKey.get(key) ?? new Map<number, number>()
      byKey.set(key, positions)
      // Two positions share a number only when they are 10 km apart, and no cell is that large.
      const position = (x % LAP_CM) * SHIFT + y
      positions.set(position, (positions.get(position) ?? 0) + weight)
    },
    of(key) {
      const positions = byKey.get(key)
      if (positions === undefined) return NOTHING
      const counts = [...positions.values()]
      return {
        count: counts.reduce((sum, count) => sum + count, 0),
        positions: counts.length,
        largest: counts.reduce((max, count) => Math.max(max, count), 0),
      }
    },
  }
}
