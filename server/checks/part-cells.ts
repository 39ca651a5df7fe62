import { cellAt, cellCentre, cellOfDense, denseIndex } from '../engine/lattice/lattice.ts'
import type { Cell, CellPopulation } from '../engine/statistics/surface-types.ts'
import { UNIT_EDGE } from '../engine/units/unit-cube.ts'

/** The cells of a coarser population in which the middles of some cells of 50 m lie, each once. */
export function coarseCells(cells: readonly Cell[], population: CellPopulation): readonly Cell[] {
  const found = new Map<number, Cell>()
  for (const cell of cells) {
    const coarse = cellAt(...cellCentre(cell, UNIT_EDGE), population.edgeMetres)
    const at = denseIndex(population, coarse.i, coarse.j)
    if (at >= 0 && population.landArea[at] !== 0) found.set(at, coarse)
  }
  return [...found.values()]
}

/** All cells of a population. */
export function cellsOfPopulation(population: CellPopulation): readonly Cell[] {
  const cells: Cell[] = []
  population.landArea.forEach((land, at) => {
    if (land !== 0) cells.push(cellOfDense(population, at))
  })
  return cells
}
