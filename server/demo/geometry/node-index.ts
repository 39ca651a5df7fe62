import { distance, type Vec } from './vector.ts'

/** Gives points numbers; points within the tolerance of each other get the same one. */
export interface NodeIndex {
  readonly nodes: readonly Vec[]
  nodeAt(p: Vec): number
}

/** @param toleranceMetres how close two points are one; new nodes are rounded to 1 cm */
export function createNodeIndex(toleranceMetres: number): NodeIndex {
  const nodes: Vec[] = []
  const buckets = new Map<number, number[]>()
  const keyOf = (i: number, j: number) => (i + 2 ** 20) * 2 ** 21 + (j + 2 ** 20)
  const bucketOf = ([x, y]: Vec) =>
    [Math.floor(x / toleranceMetres), Math.floor(y / toleranceMetres)] as const

  function find(p: Vec): number | undefined {
    const [i, j] = bucketOf(p)
    for (let di = -1; di <= 1; di++) {
      for (let dj = -1; dj <= 1; dj++) {
        const near = buckets
          .get(keyOf(i + di, j + dj))
          ?.find((n) => distance(nodes[n]!, p) <= toleranceMetres)
        if (near !== undefined) return near
      }
    }
    return undefined
  }

  function insert(p: Vec): number {
    const rounded: Vec = [Math.round(p[0] * 100) / 100, Math.round(p[1] * 100) / 100]
    const [i, j] = bucketOf(rounded)
    const key = keyOf(i, j)
    const number = nodes.push(rounded) - 1
    const bucket = buckets.get(key)
    if (bucket === undefined) buckets.set(key, [number])
    else bucket.push(number)
    return number
  }

  return { nodes, nodeAt: (p) => find(p) ?? insert(p) }
}
