/** A cell that a formula leaves without a value: with an error, or never computed. */
export interface CellFlaw {
  readonly kind: 'error' | 'uncomputed'
  /** From 0. */
  readonly column: number
  /** What the cell shows; of one that was never computed nothing. */
  readonly text: string
}

/** A row of a sheet: what its cells show, those after the last filled one left out. */
export interface SheetRow {
  /** From 1. */
  readonly row: number
  readonly cells: readonly string[]
  /** True where the workbook does not show the row: by a filter, or by hand. */
  readonly hidden: boolean
  readonly flaws: readonly CellFlaw[]
  /** Cells that got the value of the merged cell which they are part of. */
  readonly merged: number
  /** Rows alike that follow and were left out, for there are too many of them. */
  readonly leftOut: number
}

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Whether it has merged cells that were not known before it was walked to its end. */
  hasMerged?(): boolean
  /** Its rows that are not blank, as often as they are asked for, in the order of the sheet. */
  rows(): AsyncIterable<readonly SheetRow[]>
}

/** No table of incidents has so many: a cell further out is a slip. */
export const MAX_CELLS = 1000
