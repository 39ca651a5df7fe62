import type { Vec } from './vector.ts'

/** Finds the segments near a place without looking at all of them. */
export interface SegmentGrid<T> {
  add(a: Vec, b: Vec, item: T): void
  /** Items whose segment may come within the margin of segment ab; each once, in the order they were added. */
  near(a: Vec, b: Vec, marginMetres: number): readonly T[]
}

/** @param cellMetres side of the grid's squares; about the length of a usual segment */
export function createSegmentGrid<T>(cellMetres: number): SegmentGrid<T> {
  const items: T[] = []
  /** The search that met an item last, so that each is found once without a set. */
  const lastSearch: number[] = []
  let search = 0
  const squares = new Map<number, number[]>()
  const eachSquare = (a: Vec, b: Vec, margin: number, visit: (key: number) => void) => {
    const low = (axis: 0 | 1) => Math.floor((Math.min(a[axis], b[axis]) - margin) / cellMetres)
    const high = (axis: 0 | 1) => Math.floor((Math.max(a[axis], b[axis]) + margin) / cellMetres)
    for (let i = low(0); i <= high(0); i++) {
      for (let j = low(1); j <= high(1); j++) visit((i + 32768) * 65536 + (j + 32768))
    }
  }
  return {
    add: (a, b, item) => {
      const number = items.push(item) - 1
      eachSquare(a, b, 0, (key) => {
        const square = squares.get(key)
        if (square === undefined) squares.set(key, [number])
        else square.push(number)
      })
    },
    near: (a, b, margin) => {
      search++
      const found: number[] = []
      eachSquare(a, b, margin, (key) => {
        for (const number of squares.get(key) ?? []) {
          if (lastSearch[number] === search) continue
          lastSearch[number] = search
          found.push(number)
        }
      })
      return found.sort((x, y) => x - y).map((number) => items[number]!)
    },
  }
}
