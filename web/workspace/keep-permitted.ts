import { effect } from '@preact/signals'
import type { TileLayerId } from '../../tiles/schema.ts'
import { permittedFilters } from '../hotspots/filters/permitted-filters.ts'
import type { City } from '../app/city/city.ts'
import type { Hotspots } from '../hotspots/hotspots.ts'
import type { LayerChoice } from '../layers/layer-choice.ts'

export interface PermittedDeps {
  readonly city: City
  readonly hotspots: Pick<Hotspots, 'filters' | 'limited'>
  readonly layers: LayerChoice
}

/** Restricts filters and layers to what the person may see, whether from an address, history or a choice. */
export function keepPermitted({ city, hotspots, layers: { chosen } }: PermittedDeps): void {
  const { filters, limited } = hotspots
  effect(() => {
    const offered: readonly TileLayerId[] | undefined = city.received.state.value.value?.layers
    const kept = chosen.value.filter((layer) => offered?.includes(layer) ?? true)
    if (kept.length < chosen.value.length) chosen.value = kept
  })
  if (!limited) return
  effect(() => {
    const permitted = permittedFilters(filters.value)
    if (JSON.stringify(permitted) !== JSON.stringify(filters.value)) filters.value = permitted
  })
}
