import type { CellProperties } from '../app/api/responses.ts'

export interface CellKey {
  readonly i: number
  readonly j: number
}

/** A cell's attributes in its tile, used until the list has loaded. */
export type CellSummary = Pick<
  CellProperties,
  'i' | 'j' | 'count' | 'sum' | 'expected' | 'ratio' | 'low' | 'high' | 'class'
>
