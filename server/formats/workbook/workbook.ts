/** A row of a sheet: what its cells show, those after the last filled one left out. */
export interface SheetRow {
  /** From 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string
  /** Its rows that are not blank, as often as they are asked for, in the order of the sheet. */
  rows(): AsyncIterable<readonly SheetRow[]>
}

/** No table of incidents has so many: a cell further out is a slip. */
export const MAX_CELLS = 1000
