/** Gives the cells of a column that are merged downwards the value that stands in the first of them. */
export interface MergedCells {
  /** A cell of this column and row stands for those down to the last row. */
  start(column: number, text: string, lastRow: number): void
  /** Fills the blank cells of a row. @returns how many */
  fill(cells: string[], row: number): number
}

export function createMergedCells(): MergedCells {
  const open = new Map<number, { readonly text: string; readonly lastRow: number }>()
  return {
    start(column, text, lastRow) {
      open.set(column, { text, lastRow })
    },
    fill(cells, row) {
      let filled = 0
      for (const [column, { text, lastRow }] of open) {
        if (row > lastRow) open.delete(column)
        else if (cells[column] === undefined) {
          cells[column] = text
          filled++
        }
      }
      return filled
    },
  }
}
