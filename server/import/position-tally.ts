import type { Envelope } from '../engine/snapshot/study-envelope.ts'

const CM_PER_METRE = 100
/** Northings of a city's system stay below this, so that two whole metres make one exact number. */
const ROW_METRES = 1e8
/** Rows at one position from which on it is no address of one event. */
const MANY = 3

/** How many rows share their positions. */
export interface PositionCounts {
  /** Different positions, to the metre. */
  readonly positions: number
  /** Rows at the position that has most of them, and rows at those that have at least three. */
  readonly atCommonest: number
  readonly shared: number
  /** Rows outside the box round the study area; 0 without one. */
  readonly outside: number
}

export function createPositionTally(city: Envelope | null) {
  const byPosition = new Map<number, number>()
  let outside = 0
  return {
    add(xCm: number, yCm: number): void {
      const [x, y] = [Math.round(xCm / CM_PER_METRE), Math.round(yCm / CM_PER_METRE)]
      const key = x * ROW_METRES + y
      byPosition.set(key, (byPosition.get(key) ?? 0) + 1)
      if (city !== null && (x < city.minX || x > city.maxX || y < city.minY || y > city.maxY)) outside++
    },
    result(): PositionCounts {
      let [atCommonest, shared] = [0, 0]
      for (const rows of byPosition.values()) {
        atCommonest = Math.max(atCommonest, rows)
        if (rows >= MANY) shared += rows
      }
      return { positions: byPosition.size, atCommonest, shared, outside }
    },
  }
}
