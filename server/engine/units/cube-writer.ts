import { cubeBytes, type CubeShape, type UnitCube, viewUnitCube } from './unit-cube.ts'

/** Capacity of a writer's lists. */
export type CubeRoom = Pick<CubeShape, 'block' | 'cells' | 'series' | 'entries' | 'unit' | 'firstMonth'>

/** Writes a cube entry by entry, in the order in which it lists them. */
export interface CubeWriter {
  /**
   * @param row j − j0 of the cell
   * @param month since `firstMonth`
   * @param upTo of the series, in units
   */
  put(row: number, kind: number, month: number, upTo: number): void
  /** Ends the next column of the block. */
  endColumn(): void
  /** The cube of the entries; unused capacity stays in its buffer. */
  finish(totals: Pick<CubeShape, 'incidents' | 'outside'>): UnitCube
}

/** A writer of one cube. */
export function createCubeWriter(room: CubeRoom): CubeWriter {
  const shape = { ...room, incidents: 0, outside: { imprecise: 0, beyond: 0, undated: 0 } }
  const cube = viewUnitCube({ ...shape, buffer: new SharedArrayBuffer(cubeBytes(shape)) })
  const { columnStart, cellRow, seriesStart, entryStart, upTo: sums, kind: kinds, month: months } = cube
  let [column, cells, series, entries] = [0, 0, 0, 0]
  let [lastRow, lastKind] = [-1, -1]
  return {
    put(row, kind, month, upTo) {
      if (row !== lastRow) {
        cellRow[cells] = row
        seriesStart[cells++] = series
        ;[lastRow, lastKind] = [row, -1]
      }
      if (kind !== lastKind) {
        kinds[series] = kind
        entryStart[series++] = entries
        lastKind = kind
      }
      months[entries] = month
      sums[entries++] = upTo
    },
    endColumn() {
      columnStart[++column] = cells
      lastRow = -1
    },
    finish(totals) {
      seriesStart[cells] = series
      entryStart[series] = entries
      return {
        ...cube,
        ...totals,
        cells,
        series,
        entries,
        cellRow: cellRow.subarray(0, cells),
        seriesStart: seriesStart.subarray(0, cells + 1),
        entryStart: entryStart.subarray(0, series + 1),
        upTo: sums.subarray(0, entries),
        kind: kinds.subarray(0, series),
        month: months.subarray(0, entries),
      }
    },
  }
}
