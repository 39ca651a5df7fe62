import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { MapFeature } from '../layers/map-feature.ts'
import { createStoreContext } from '../ui/store-context.ts'
import type { CellSummary, CellKey } from './cell.ts'

/** The things at the place that was clicked last, and the cell there. */
export interface PointedAt {
  readonly cell: CellKey | null
  readonly features: readonly MapFeature[]
}

/** What the person has pointed at. */
export interface Selection {
  readonly cell: Signal<CellKey | null>
  readonly summary: ReadonlySignal<CellSummary | null>
  /** The things that belong with the selected cell: none when it was selected in another way than by a click. */
  readonly features: ReadonlySignal<readonly MapFeature[]>
  /** Selects the cell at a place of the map, or none, together with the things there. */
  pointAt(summary: CellSummary | null, features: readonly MapFeature[]): void
  /** Lets go of the cell and of the things. */
  clear(): void
}

/** A selection that begins with a cell, usually that of the address. */
export function createSelection(first: CellKey | null): Selection {
  const cell = signal(first)
  const summary = signal<CellSummary | null>(null)
  const pointedAt = signal<PointedAt | null>(null)
  return {
    cell,
    summary,
    features: computed(() => featuresWith(pointedAt.value, cell.value)),
    pointAt: (seen, features) => {
      const key = seen === null ? null : { i: seen.i, j: seen.j }
      batch(() => {
        pointedAt.value = { cell: key, features }
        summary.value = seen
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
