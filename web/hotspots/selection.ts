import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Thing } from '../layers/thing.ts'
import { createStoreContext } from '../ui/store-context.ts'
import type { CellSummary, CellKey } from './cell.ts'

/** The things at the place that was clicked last, and the cell there. */
export interface PointedAt {
  readonly cell: CellKey | null
  readonly things: readonly Thing[]
}

/** What the person has pointed at. */
export interface Selection {
  readonly cell: Signal<CellKey | null>
  readonly summary: ReadonlySignal<CellSummary | null>
  /** The things that belong with the selected cell: none when it was selected in another way than by a click. */
  readonly things: ReadonlySignal<readonly Thing[]>
  /** Selects the cell at a place of the map, or none, together with the things there. */
  pointAt(summary: CellSummary | null, things: readonly Thing[]): void
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
    things: computed(() => featuresWith(pointedAt.value, cell.value)),
    pointAt: (seen, things) => {
      const key = seen === null ? null : { i: seen.i, j: seen.j }
      batch(() => {
        pointedAt.value = { cell: key, things }
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

function featuresWith(pointedAt: PointedAt | null, selected: CellKey | null): readonly Thing[] {
  if (pointedAt === null) return []
  const { cell, things } = pointedAt
  return cell?.i === selected?.i && cell?.j === selected?.j ? things : []
}

export const { Provider: SelectionProvider, useStore: useSelection } =
  createStoreContext<Selection>('selection')
