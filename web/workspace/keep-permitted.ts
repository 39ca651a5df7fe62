import { effect } from '@preact/signals'
import type { TileLayerId } from '../../tiles/schema.ts'
import { permittedFilters } from '../hotspots/filters/permitted-filters.ts'
import type { Workspace } from './workspace.ts'

/** Keeps filters and layers within what the person may ask, wherever they come from: an address, Back, a choice. */
export function keepPermitted(workspace: Workspace): void {
  const { filters, layers, city, limited } = workspace
  effect(() => {
    const offered: readonly TileLayerId[] | undefined = city.answer.state.value.value?.layers
    const kept = layers.value.filter((layer) => offered?.includes(layer) ?? true)
    if (kept.length < layers.value.length) layers.value = kept
  })
  if (!limited) return
  effect(() => {
    const permitted = permittedFilters(filters.value)
    if (JSON.stringify(permitted) !== JSON.stringify(filters.value)) filters.value = permitted
  })
}
