import type { CellProperties } from '../app/api/responses.ts'
import type { Hotspots } from './hotspots.ts'
import type { Selection } from './selection.ts'
import type { CellSummary } from './cell.ts'

/** What is known of the selected cell: everything when the list has it, else what its tile said. */
export type SelectedCell =
  | { readonly phase: 'none' | 'loading' | 'missing' }
  | { readonly phase: 'found'; readonly cell: CellSummary & Partial<CellProperties> }

/** Finds the selected cell. Read inside a component or computed, so that it follows the list. */
export function selectedCell({ surface }: Hotspots, { cell, summary }: Selection): SelectedCell {
  const key = cell.value
  if (key === null) return { phase: 'none' }
  const { value, phase } = surface.state.value
  const listed = value?.features.find(({ properties: { i, j } }) => i === key.i && j === key.j)
  if (listed !== undefined) return { phase: 'found', cell: listed.properties }
  const seen = summary.value
  if (seen !== null && seen.i === key.i && seen.j === key.j) return { phase: 'found', cell: seen }
  return { phase: phase === 'loading' || phase === 'idle' ? 'loading' : 'missing' }
}
