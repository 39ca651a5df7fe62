import { cellArea, cellCorners, type DenseBlock } from '../../lattice/lattice.ts'
import { clipToConvex, clipToRectangle, type Rectangle, signedArea } from './clip-ring.ts'
import { type LayerRing, visitAreas } from './slab-areas.ts'

/** Called for each piece of a cell with its area in m² and the winding number of each layer. */
export type PieceVisitor = (denseIndex: number, area: number, windings: Int32Array) => void

/** Rings of several layers, in metres from an origin near them. */
export interface Layers {
  readonly count: number
  /** Shells go anticlockwise and holes clockwise. */
  readonly rings: readonly LayerRing[]
  readonly origin: readonly [x: number, y: number]
}

interface Range {
  readonly i0: number
  readonly i1: number
  readonly j0: number
  readonly j1: number
}

/** A ring that leaves out less than this share of a rectangle covers it. */
const ROUNDING = 1e-9

/**
 * How layers of polygons cover the cells of a block: visits every cell that any of them touches, with the areas of its
 * pieces, exact but for rounding.
 *
 * The block is halved again and again and the rings are clipped to each half, so a cell meets only the edges that cross
 * it, and whole stretches inside or outside are settled at once: v vertices and n cells take about v · log n steps.
 */
export function coverCells(block: DenseBlock, layers: Layers, visit: PieceVisitor): void {
  const { edgeMetres, rows } = block
  const { origin, count } = layers
  const indexOf = (i: number, j: number) => (i - block.i0) * rows + (j - block.j0)

  const descend = (range: Range, above: readonly LayerRing[], windingsAbove: Int32Array) => {
    const rectangle = rectangleOf(range, edgeMetres, origin)
    const windings = windingsAbove.slice()
    const crossing: LayerRing[] = []
    for (const { layer, ring } of above) {
      const clipped = clipToRectangle(ring, rectangle)
      const covered = signedArea(clipped) / areaOf(rectangle)
      if (Math.abs(Math.abs(covered) - 1) < ROUNDING) windings[layer]! += Math.sign(covered)
      else if (clipped.length >= 6) crossing.push({ layer, ring: clipped })
    }
    if (crossing.length === 0) settle(range, windings)
    else if (isOneCell(range)) dissect(range, crossing, windings)
    else for (const half of halves(range)) descend(half, crossing, windings)
  }

  const settle = ({ i0, i1, j0, j1 }: Range, windings: Int32Array) => {
    if (windings.every((winding) => winding === 0)) return
    for (let i = i0; i < i1; i++) {
      for (let j = j0; j < j1; j++) visit(indexOf(i, j), cellArea(edgeMetres), windings)
    }
  }

  /** The cell itself is one more layer, so that parts without edges are pieces too. */
  const dissect = ({ i0, j0 }: Range, crossing: readonly LayerRing[], windings: Int32Array) => {
    const corners = cellCorners({ i: i0, j: j0 }, edgeMetres).map(
      ([x, y]) => [x - origin[0], y - origin[1]] as const,
    )
    const rings = crossing.map(({ layer, ring }) => ({ layer, ring: clipToConvex(ring, corners) }))
    rings.push({ layer: count, ring: corners.flat() })
    const index = indexOf(i0, j0)
    visitAreas(rings, windings, (area, pieces) => visit(index, area, pieces))
  }

  const all = { i0: block.i0, i1: block.i0 + block.columns, j0: block.j0, j1: block.j0 + block.rows }
  descend(all, layers.rings, new Int32Array(count + 1))
}

/** The smallest rectangle round a range of cells, relative to the origin. */
function rectangleOf({ i0, i1, j0, j1 }: Range, edge: number, origin: readonly [number, number]): Rectangle {
  const height = Math.sqrt(3) * edge
  return {
    minX: 1.5 * edge * i0 - edge - origin[0],
    maxX: 1.5 * edge * (i1 - 1) + edge - origin[0],
    minY: height * (j0 - 0.5) - origin[1],
    maxY: height * j1 - origin[1],
  }
}

function areaOf({ minX, minY, maxX, maxY }: Rectangle): number {
  return (maxX - minX) * (maxY - minY)
}

function isOneCell({ i0, i1, j0, j1 }: Range): boolean {
  return i1 - i0 === 1 && j1 - j0 === 1
}

function halves(range: Range): readonly [Range, Range] {
  const { i0, i1, j0, j1 } = range
  if (i1 - i0 >= j1 - j0) {
    const middle = (i0 + i1) >> 1
    return [
      { ...range, i1: middle },
      { ...range, i0: middle },
    ]
  }
  const middle = (j0 + j1) >> 1
  return [
    { ...range, j1: middle },
    { ...range, j0: middle },
  ]
}
