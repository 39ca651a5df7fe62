import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Polygon } from 'geojson'
import type { MapFeature } from '../layers/map-feature.ts'
import { createStoreContext } from '../ui/store-context.ts'
import type { CellSummary, CellKey } from './cell.ts'

/** The features and the cell at the last click. */
export interface PointedAt {
  readonly cell: CellKey | null
  readonly features: readonly MapFeature[]
}

/** The selection on the map. */
export interface Selection {
  readonly cell: Signal<CellKey | null>
  readonly summary: ReadonlySignal<CellSummary | null>
  /** The outline that the map showed at the last click. */
  readonly outline: ReadonlySignal<Polygon | null>
  /** The features at the click that selected the cell; none when it was selected otherwise. */
  readonly features: ReadonlySignal<readonly MapFeature[]>
  /** Selects the cell at a point, or none, with the features there. */
  pointAt(summary: CellSummary | null, features: readonly MapFeature[], outline: Polygon | null): void
  /** Clears the selection. */
  clear(): void
}

/** A selection with an initial cell, usually that of the address. */
export function createSelection(first: CellKey | null): Selection {
  const cell = signal(first)
  const summary = signal<CellSummary | null>(null)
  const outline = signal<Polygon | null>(null)
  const pointedAt = signal<PointedAt | null>(null)
  return {
    cell,
    summary,
    outline,
    features: computed(() => featuresWith(pointedAt.value, cell.value)),
    pointAt: (seen, features, shape) => {
      const key = seen === null ? null : { i: seen.i, j: seen.j }
      batch(() => {
        pointedAt.value = { cell: key, features }
        summary.value = seen
        outline.value = shape
        cell.value = key
      })
    },
    clear: () => {
      cell.value = null
      pointedAt.value = null
    },
  }
}

function featuresWith(pointedAt: PointedAt | null, selected: CellKey | null): readonly MapFeature[] {
  if (pointedAt === null) return []
  const { cell, features } = pointedAt
  return cell?.i === selected?.i && cell?.j === selected?.j ? features : []
}

export const { Provider: SelectionProvider, useStore: useSelection } =
  createStoreContext<Selection>('selection')
