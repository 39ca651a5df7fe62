import type { UnitCube } from '../../server/engine/units/unit-cube.ts'

/** Everything that a cube lists, months counted from 1970: equal for cubes of equal incidents, however they were made. */
export function cubeLists(cube: UnitCube) {
  const { block, cells, series, entries, incidents, outside, firstMonth } = cube
  const lists = [cube.columnStart, cube.cellRow, cube.seriesStart, cube.entryStart, cube.upTo, cube.kind]
  return {
    block,
    cells,
    series,
    entries,
    incidents,
    outside,
    lists: lists.map((list) => [...list]),
    months: Array.from(cube.month, (month) => month + firstMonth),
  }
}
