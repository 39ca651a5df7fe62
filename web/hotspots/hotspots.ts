import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { SurfaceResponse } from '../app/api/responses.ts'
import { createResource, type Resource } from '../app/api/resource.ts'
import type { IsoDate } from '../i18n/dates.ts'
import { createStoreContext } from '../ui/store-context.ts'
import type { Filters } from './filters/filters.ts'
import { permittedEnd } from './filters/permitted-filters.ts'
import type { HotClass } from './hot-classes.ts'

/** What the person has asked the map to count, and the answer. */
export interface Hotspots {
  /** True of planners and coordinators, who see incidents within limits. */
  readonly limited: boolean
  readonly filters: Signal<Filters>
  readonly classes: Signal<readonly HotClass[]>
  /** The day that presets count back from: the first after the data, for those who see units where a whole step ends. */
  readonly countedTo: ReadonlySignal<IsoDate | null>
  readonly surface: Resource<SurfaceResponse>
}

export interface HotspotsDeps {
  readonly limited: boolean
  readonly filters: Filters
  readonly classes: readonly HotClass[]
  /** The first day that no source covers; null when no source says. */
  readonly coveredTo: ReadonlySignal<IsoDate | null>
  /** The day that units were cut on; null where it is not known. */
  readonly cutOn: ReadonlySignal<IsoDate | null>
}

/** Hotspots that begin with filters and classes, usually those of the address. */
export function createHotspots({ limited, coveredTo, cutOn, ...first }: HotspotsDeps): Hotspots {
  const filters = signal(first.filters)
  return {
    limited,
    filters,
    classes: signal(first.classes),
    countedTo: computed(() =>
      limited ? permittedEnd(filters.value, coveredTo.value, cutOn.value) : coveredTo.value,
    ),
    surface: createResource<SurfaceResponse>(),
  }
}

export const { Provider: HotspotsProvider, useStore: useHotspots } = createStoreContext<Hotspots>('hotspots')
