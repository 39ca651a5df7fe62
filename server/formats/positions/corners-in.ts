import { isObject } from '../json/json-object.ts'

type Pair = readonly [x: number, y: number]

/** A file's coordinate system shows in so many of its positions. */
const MAX_POSITIONS = 200

/** The first corners of geometries as they stand in a file, in whatever lists they are: a sample to find its system by. */
export function cornersIn(geometries: Iterable<unknown>): readonly Pair[] {
  const found: Pair[] = []
  for (const geometry of geometries) {
    collect(geometry, found)
    if (found.length >= MAX_POSITIONS) break
  }
  return found
}

function collect(value: unknown, into: Pair[]): void {
  if (into.length >= MAX_POSITIONS) return
  if (Array.isArray(value)) {
    const [x, y] = value as unknown[]
    if (typeof x === 'number' && typeof y === 'number') into.push([x, y])
    else for (const inner of value) collect(inner, into)
  } else if (isObject(value)) collect(value['coordinates'] ?? value['rings'] ?? value['geometries'], into)
}
