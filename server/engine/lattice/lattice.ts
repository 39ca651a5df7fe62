import type { Cell } from '../statistics/surface-types.ts'

/** Height of a hexagon of side 1 over its middle: √3 / 2. */
const HALF_HEIGHT = Math.sqrt(3) / 2

/** Corners of a flat-topped hexagon of side 1, anticlockwise from the east. */
const CORNERS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0.5, HALF_HEIGHT],
  [-0.5, HALF_HEIGHT],
  [-1, 0],
  [-0.5, -HALF_HEIGHT],
  [0.5, -HALF_HEIGHT],
]

/** A rectangle of lattice cells kept column by column: index = (i − i0)·rows + (j − j0). */
export interface DenseBlock {
  readonly edgeMetres: number
  readonly i0: number
  readonly j0: number
  readonly columns: number
  readonly rows: number
}

/** Cells by which positions are moved before they are cut to whole numbers, so that cutting is rounding down. */
const MARGIN = 2
/** Scales a difference of squared distances (at most 3) to 32 bits: borders are kept to a micrometre. */
const SIGN_SCALE = 2 ** 29

/**
 * Dense indexes of the cells that hold some positions, −1 for those outside the block.
 *
 * A position lies between the middles of two columns; in each one cell is nearest; of these two the nearer holds it,
 * on a shared border the western. Multiplying out by the lattice's proportions leaves 3·Δrow² + 2.25·Δcolumn² to
 * compare. Whole numbers are subtracted first, which is exact, so a far origin loses no digits and the result does
 * not depend on the block.
 *
 * No branch depends on the position: measured on a million rows, half the time of cube rounding with its three.
 *
 * @param chosen indexes into the positions, `length` of them
 * @param cell receives one index a chosen position
 */
export function locateCells(
  xCm: Int32Array,
  yCm: Int32Array,
  chosen: Int32Array,
  length: number,
  block: DenseBlock,
  cell: Int32Array,
): void {
  const { edgeMetres, columns, rows } = block
  const perColumn = 1 / (150 * edgeMetres)
  const perRow = 1 / (200 * HALF_HEIGHT * edgeMetres)
  const west = block.i0 - MARGIN
  const south = block.j0 - MARGIN
  for (let k = 0; k < length; k++) {
    const at = chosen[k]!
    const x = xCm[at]! * perColumn - west
    const y = yCm[at]! * perRow - south
    const column = x | 0
    const across = x - column
    const lift = ((column + west) & 1) * 0.5
    const yHere = y - lift
    const yNext = y - 0.5 + lift
    const here = (yHere + 0.5) | 0
    const next = (yNext + 0.5) | 0
    const offHere = yHere - here
    const offNext = yNext - next
    const nearer = (offNext * offNext - offHere * offHere) * 3 + (2.25 - 4.5 * across)
    const takeNext = (nearer * SIGN_SCALE) >> 31
    const i = column - takeNext - MARGIN
    const j = (here ^ ((here ^ next) & takeNext)) - MARGIN
    cell[k] = i >>> 0 < columns && j >>> 0 < rows ? Math.imul(i, rows) + j : -1
  }
}

/**
 * The hexagon of the city-wide lattice that holds a point.
 *
 * Same tiling as PostGIS `ST_HexagonGrid(edge, …)`: flat-topped, anchored at the CRS origin, odd columns half a
 * cell to the north. A point on a shared border belongs to exactly one cell: see `locateCells`. The point is first
 * rounded to 1 cm, as every stored position is.
 *
 * @param x easting and @param y northing, metres in the city's CRS
 * @param edgeMetres length of a hexagon's side, > 0
 */
export function cellAt(x: number, y: number, edgeMetres: number): Cell {
  const nearby = {
    edgeMetres,
    i0: Math.floor(x / (1.5 * edgeMetres)) - 1,
    j0: Math.floor(y / (2 * HALF_HEIGHT * edgeMetres)) - 2,
    columns: 4,
    rows: 5,
  }
  const index = new Int32Array(1)
  const position = (metres: number) => Int32Array.of(Math.round(metres * 100))
  locateCells(position(x), position(y), Int32Array.of(0), 1, nearby, index)
  return cellOfDense(nearby, index[0]!)
}

/** Dense index of a cell, −1 when it lies outside the block. */
export function denseIndex(block: DenseBlock, i: number, j: number): number {
  const column = i - block.i0
  const row = j - block.j0
  const inside = column >= 0 && column < block.columns && row >= 0 && row < block.rows
  return inside ? column * block.rows + row : -1
}

/** The cell of a dense index. */
export function cellOfDense(block: DenseBlock, index: number): Cell {
  const column = Math.floor(index / block.rows)
  return { i: block.i0 + column, j: block.j0 + index - column * block.rows }
}

/** The block of all cells that may touch a rectangle in metres. */
export function blockRound(
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
  edgeMetres: number,
): DenseBlock {
  if (!(maxX >= minX && maxY >= minY)) return { edgeMetres, i0: 0, j0: 0, columns: 0, rows: 0 }
  const width = 1.5 * edgeMetres
  const height = 2 * HALF_HEIGHT * edgeMetres
  const i0 = Math.floor(minX / width - 2 / 3)
  const j0 = Math.floor(minY / height - 1)
  const columns = Math.ceil(maxX / width + 2 / 3) - i0 + 1
  const rows = Math.ceil(maxY / height + 0.5) - j0 + 1
  return { edgeMetres, i0, j0, columns, rows }
}

/** Centre of a cell, metres in the city's CRS. */
export function cellCentre(cell: Cell, edgeMetres: number): readonly [x: number, y: number] {
  const height = 2 * HALF_HEIGHT * edgeMetres
  return [1.5 * edgeMetres * cell.i, height * (cell.j + (cell.i & 1) / 2)]
}

/**
 * The six corners of a cell, anticlockwise from the east, metres in the city's CRS. Neighbours compute a shared
 * corner from different centres, so it may differ in the last bits; rounded to 1 cm it does not.
 */
export function cellCorners(cell: Cell, edgeMetres: number): readonly (readonly [x: number, y: number])[] {
  const [x, y] = cellCentre(cell, edgeMetres)
  return CORNERS.map(([dx, dy]) => [x + edgeMetres * dx, y + edgeMetres * dy])
}

/** Area of a cell in m²: 3√3/2 · edge². */
export function cellArea(edgeMetres: number): number {
  return 3 * HALF_HEIGHT * edgeMetres * edgeMetres
}

/** The six neighbours of a cell, anticlockwise from the north-east. */
export function neighboursOf({ i, j }: Cell): readonly Cell[] {
  const south = (i & 1) - 1
  return [
    { i: i + 1, j: j + south + 1 },
    { i, j: j + 1 },
    { i: i - 1, j: j + south + 1 },
    { i: i - 1, j: j + south },
    { i, j: j - 1 },
    { i: i + 1, j: j + south },
  ]
}
