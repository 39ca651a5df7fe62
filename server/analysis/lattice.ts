import type { Cell } from '../domain/surface.ts'

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

/** Column of a cell from its centimetres, cube rounding: see `cellAt`. Both numbers in one call for the hot loops. */
export interface CellLocator {
  /** Writes i and j of the cell that holds the position to `i` and `j` of the locator itself. */
  locate(xCm: number, yCm: number): void
  i: number
  j: number
}

/**
 * Finds cells of one edge without allocating: `locate`, then read `i` and `j`.
 *
 * @param edgeMetres length of a hexagon's side, > 0
 */
export function createCellLocator(edgeMetres: number): CellLocator {
  const columnCm = 150 * edgeMetres
  const rowCm = 200 * HALF_HEIGHT * edgeMetres
  return {
    i: 0,
    j: 0,
    locate(xCm, yCm) {
      const q = xCm / columnCm
      const r = yCm / rowCm - q / 2
      const s = -q - r
      let column = Math.floor(q + 0.5)
      let row = Math.floor(r + 0.5)
      const third = Math.floor(s + 0.5)
      const offQ = Math.abs(column - q)
      const offR = Math.abs(row - r)
      const offS = Math.abs(third - s)
      if (offQ > offR && offQ > offS) column = -row - third
      else if (offR > offS) row = -column - third
      this.i = column
      this.j = row + (column - (column & 1)) / 2
    },
  }
}

/**
 * The hexagon of the city-wide lattice that holds a point.
 *
 * Same tiling as PostGIS `ST_HexagonGrid(edge, …)`: flat-topped, anchored at the CRS origin, odd columns half a
 * cell to the north. A point on a shared border belongs to exactly one cell: the one that cube rounding gives
 * (Patel 2013). The point is first rounded to 1 cm, as every stored position is.
 *
 * @param x easting and @param y northing, metres in the city's CRS
 * @param edgeMetres length of a hexagon's side, > 0
 */
export function cellAt(x: number, y: number, edgeMetres: number): Cell {
  const locator = createCellLocator(edgeMetres)
  locator.locate(Math.round(x * 100), Math.round(y * 100))
  return { i: locator.i, j: locator.j }
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
