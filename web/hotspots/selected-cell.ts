import type { Polygon } from 'geojson'
import type { CellFeature, CellProperties } from '../app/api/responses.ts'
import type { Hotspots } from './hotspots.ts'
import type { Selection } from './selection.ts'
import type { CellKey, CellSummary } from './cell.ts'

/** The selected cell: complete once its figures have loaded, until then its tile's attributes. */
export type SelectedCell =
  | { readonly phase: 'none' | 'loading' | 'missing' }
  | { readonly phase: 'found'; readonly cell: CellSummary & Partial<CellProperties> }

/** Finds the selected cell. Read inside a component or computed, so that it follows what is loaded. */
export function selectedCell({ figures }: Hotspots, { cell, summary }: Selection): SelectedCell {
  const key = cell.value
  if (key === null) return { phase: 'none' }
  const { phase } = figures.state.value
  const loaded = selectedFeature({ figures }, key)
  if (loaded !== null) return { phase: 'found', cell: loaded.properties }
  if (phase === 'ready') return { phase: 'missing' }
  const seen = summary.value
  if (seen !== null && isSame(seen, key)) return { phase: 'found', cell: seen }
  return { phase: phase === 'failed' ? 'missing' : 'loading' }
}

/** The selected cell as it was loaded; null before. */
export function selectedFeature(
  { figures }: Pick<Hotspots, 'figures'>,
  key: CellKey | null,
): CellFeature | null {
  const [feature] = figures.state.value.value?.features ?? []
  return feature !== undefined && key !== null && isSame(feature.properties, key) ? feature : null
}

/** The outline of the selected cell, as far as it is known. */
export function selectedOutline(hotspots: Hotspots, { cell, summary, outline }: Selection): Polygon | null {
  const key = cell.value
  if (key === null) return null
  const loaded = selectedFeature(hotspots, key)
  if (loaded !== null) return loaded.geometry
  return summary.value !== null && isSame(summary.value, key) ? outline.value : null
}

function isSame(a: CellKey, b: CellKey): boolean {
  return a.i === b.i && a.j === b.j
}
