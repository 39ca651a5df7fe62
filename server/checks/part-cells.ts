import { cellAt, cellCentre, cellOfDense } from '../engine/lattice/lattice.ts'
import type { Cell, CellPopulation } from '../engine/statistics/surface-types.ts'
import { populationIndex } from '../engine/units/rank-window.ts'
import { UNIT_EDGE } from '../engine/units/unit-cube.ts'

/** The cells of a coarser population that hold the centres of some cells of 50 m, each once. */
export function coarseCells(cells: readonly Cell[], population: CellPopulation): readonly Cell[] {
  const found = new Map<number, Cell>()
  for (const cell of cells) {
    const coarse = cellAt(...cellCentre(cell, UNIT_EDGE), population.edgeMetres)
    const at = populationIndex(population, coarse)
    if (at >= 0) found.set(at, coarse)
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
