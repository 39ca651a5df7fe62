import type { CellProperties } from '../app/api/responses.ts'

export interface CellKey {
  readonly i: number
  readonly j: number
}

/** A cell as its tile tells it; enough for a tooltip and until the list has come. */
export type CellSummary = Pick<
  CellProperties,
  'i' | 'j' | 'count' | 'sum' | 'expected' | 'ratio' | 'low' | 'high' | 'class'
>
