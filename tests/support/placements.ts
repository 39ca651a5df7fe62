import { cellArea, cellCentre } from '../../server/engine/lattice/lattice.ts'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import type { Cell, CellPopulation } from '../../server/engine/statistics/surface-types.ts'

export const I0 = 9001
export const J0 = 76_002

/** A population of cells of 50 m; `land` tells which cells are in it. */
export function population(columns: number, rows: number, land: (at: number) => boolean): CellPopulation {
  const landArea = Float64Array.from({ length: columns * rows }, (_, at) => (land(at) ? cellArea(50) : 0))
  return {
    edgeMetres: 50,
    i0: I0,
    j0: J0,
    columns,
    rows,
    landArea,
    residents: null,
    visitors: null,
    cells: landArea.filter((area) => area !== 0).length,
    digest: 'test',
    derived: false,
  }
}

export const key = ({ i, j }: Cell) => `${i},${j}`
export const inOrder = (cells: readonly Cell[]) => cells.toSorted((a, b) => a.i - b.i || a.j - b.j)

/** Cells rotated by 60° about cell 0, 0 in the plane, independently of the code under test. */
export function turned(cells: readonly Cell[]): readonly Cell[] {
  const height = Math.sqrt(3) * 50
  return cells.map((cell) => {
    const [x, y] = cellCentre(cell, 50)
    const [tx, ty] = [x / 2 - (Math.sqrt(3) / 2) * y, (Math.sqrt(3) / 2) * x + y / 2]
    const i = Math.round(tx / 75)
    return { i, j: Math.round(ty / height - (i & 1) / 2) }
  })
}

/** Cells moved so that the first lies in cell (i, j). */
export function moved(cells: readonly Cell[], { i, j }: Cell): readonly Cell[] {
  const [x0, y0] = cellCentre(cells[0]!, 50)
  const [x1, y1] = cellCentre({ i, j }, 50)
  return cells.map((cell) => {
    const [x, y] = cellCentre(cell, 50)
    const column = Math.round((x - x0 + x1) / 75)
    return { i: column, j: Math.round((y - y0 + y1) / (Math.sqrt(3) * 50) - (column & 1) / 2) }
  })
}

/** A site that grows from a cell by neighbours drawn by lot. */
export function grown(length: number, seed: number, start: Cell): readonly Cell[] {
  const random = seededRandom(seed)
  const cells = new Map([[key(start), start]])
  while (cells.size < length) {
    const from = [...cells.values()][Math.floor(random() * cells.size)]!
    const next = { i: from.i + Math.floor(random() * 3) - 1, j: from.j + Math.floor(random() * 3) - 1 }
    cells.set(key(next), next)
  }
  return inOrder([...cells.values()])
}
