import { pairsOf, type Path } from '../../platform/pictures/picture.ts'

const STEPS = 180
type Corner = readonly [dx: 0 | 1, dy: 0 | 1]
/** The corners of a square of the grid, going round. */
const CORNERS: readonly Corner[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]

/**
 * The line at a distance from a site, on a grid (marching squares, Lorensen & Cline 1987): for pictures, not for counting.
 *
 * @param site outlines, metres
 * @returns closed rings, metres; what leaves the frame is left out
 */
export function distanceRings(
  site: readonly Path[],
  metres: number,
  frame: { readonly widthMetres: number; readonly heightMetres: number },
): readonly Path[] {
  const step = Math.max(frame.widthMetres, frame.heightMetres) / STEPS
  const field = distances(site, frame, step)
  const next = new Map<string, { readonly to: string; readonly at: readonly [x: number, y: number] }>()
  for (let i = 0; i + 1 < field.length; i++)
    for (let j = 0; j + 1 < field[i]!.length; j++)
      for (const [from, to, at] of piecesIn(field, i, j, metres, step)) next.set(from, { to, at })
  return joined(next)
}

/** Distances to the site of the grid's positions, nought within it, column by column, metres. */
function distances(
  site: readonly Path[],
  { widthMetres, heightMetres }: { readonly widthMetres: number; readonly heightMetres: number },
  step: number,
): readonly Float64Array[] {
  const edges = site.flatMap((ring) => {
    const points = pairsOf(ring)
    return points.map((to, k) => [...points.at(k - 1)!, ...to] as const)
  })
  return Array.from({ length: Math.ceil(widthMetres / step) + 1 }, (_, i) => {
    const column = new Float64Array(Math.ceil(heightMetres / step) + 1)
    for (let j = 0; j < column.length; j++) {
      const [x, y] = [i * step, j * step]
      let nearest = Infinity
      let isInside = false
      for (const [ax, ay, bx, by] of edges) {
        nearest = Math.min(nearest, squaredDistance(x, y, ax, ay, bx, by))
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside
      }
      column[j] = isInside ? 0 : Math.sqrt(nearest)
    }
    return column
  })
}

function squaredDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = dx === 0 && dy === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)
  const t = Math.min(1, Math.max(0, along))
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2
}

type Piece = readonly [from: string, to: string, at: readonly [x: number, y: number]]

/** The pieces of the line in a square, each from where it leaves the inside going round to where it comes back. */
function piecesIn(
  field: readonly Float64Array[],
  i: number,
  j: number,
  metres: number,
  step: number,
): readonly Piece[] {
  const values = CORNERS.map(([dx, dy]) => field[i + dx]![j + dy]! - metres)
  const crossings = CORNERS.flatMap(([dx, dy], k) => {
    const [ex, ey] = CORNERS[(k + 1) % 4]!
    const [a, b] = [values[k]!, values[(k + 1) % 4]!]
    if (a < 0 === b < 0) return []
    const t = a / (a - b)
    const at = [(i + dx + t * (ex - dx)) * step, (j + dy + t * (ey - dy)) * step] as const
    const key = `${i + Math.min(dx, ex)},${j + Math.min(dy, ey)},${dx === ex ? 'v' : 'h'}`
    return [{ key, at, leaves: a < 0 }]
  })
  return crossings.flatMap(({ key, at, leaves }, k) =>
    leaves ? [[key, crossings[(k + 1) % crossings.length]!.key, at] as const] : [],
  )
}

function joined(
  next: Map<string, { readonly to: string; readonly at: readonly [number, number] }>,
): readonly Path[] {
  const rings: number[][] = []
  for (const [start] of next) {
    const ring: number[] = []
    let key = start
    for (let piece = next.get(key); piece !== undefined; piece = next.get(key)) {
      next.delete(key)
      ring.push(...piece.at)
      key = piece.to
    }
    if (key === start && ring.length > 0) rings.push(ring)
  }
  return rings
}
