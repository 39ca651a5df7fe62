import { blockRound, cellArea } from '../../../server/engine/lattice/lattice.ts'
import type { EdgeMetres } from '../../../server/engine/snapshot/query.ts'
import type { CellPopulation } from '../../../server/engine/statistics/surface-types.ts'

/** All cells that may meet a square, of land alone. @param x and @param y its south-western corner, metres */
export function squarePopulation(
  x: number,
  y: number,
  sideMetres: number,
  edgeMetres: EdgeMetres,
): CellPopulation {
  const block = blockRound(x, y, x + sideMetres, y + sideMetres, edgeMetres)
  const cells = block.columns * block.rows
  return {
    ...block,
    edgeMetres,
    landArea: new Float64Array(cells).fill(cellArea(edgeMetres)),
    residents: null,
    visitors: null,
    cells,
    digest: 'square',
    derived: false,
  }
}
