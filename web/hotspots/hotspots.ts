import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { HotspotMonths } from '../../server/hotspots/months/contract.ts'
import type { ChangesResponse, SurfaceResponse, SurfaceSummary } from '../app/api/responses.ts'
import { createResource, type Resource } from '../app/api/resource.ts'
import type { IsoDate } from '../i18n/dates.ts'
import { createStoreContext } from '../ui/store-context.ts'
import type { Filters } from './filters/filters.ts'
import { permittedEnd } from './filters/permitted-filters.ts'
import type { HotClass } from './hot-classes.ts'

/** The store of filters and of what has been loaded of the surface. */
export interface Hotspots {
  /** True for planners and coordinators, who see sums of units. */
  readonly limited: boolean
  readonly filters: Signal<Filters>
  readonly classes: Signal<readonly HotClass[]>
  /**
   * The day that presets count back from: the first after the data; for roles that see units the end of a whole step.
   */
  readonly countedTo: ReadonlySignal<IsoDate | null>
  /** The number of cells in view. */
  readonly surface: Resource<SurfaceSummary>
  /** The cells in view, loaded for the table alone. */
  readonly cells: Resource<SurfaceResponse>
  /** The selected cell with all its figures; no feature where there is none. */
  readonly figures: Resource<SurfaceResponse>
  /** The counts of the whole city by month, of all the time there is. */
  readonly months: Resource<HotspotMonths>
  /** The cells in view that changed, while two periods are compared. */
  readonly changes: Resource<ChangesResponse>
}

export interface HotspotsDeps {
  readonly limited: boolean
  readonly filters: Filters
  readonly classes: readonly HotClass[]
  /** The first day that no source covers; null when unknown. */
  readonly coveredTo: ReadonlySignal<IsoDate | null>
  /** The day of the units' cut; null when unknown. */
  readonly cutOn: ReadonlySignal<IsoDate | null>
}

/** The store with initial filters and classes, usually those of the address. */
export function createHotspots({ limited, coveredTo, cutOn, ...first }: HotspotsDeps): Hotspots {
  const filters = signal(first.filters)
  return {
    limited,
    filters,
    classes: signal(first.classes),
    countedTo: computed(() =>
      limited ? permittedEnd(filters.value, coveredTo.value, cutOn.value) : coveredTo.value,
    ),
    surface: createResource<SurfaceSummary>(),
    cells: createResource<SurfaceResponse>(),
    figures: createResource<SurfaceResponse>(),
    months: createResource<HotspotMonths>(),
    changes: createResource<ChangesResponse>(),
  }
}

export const { Provider: HotspotsProvider, useStore: useHotspots } = createStoreContext<Hotspots>('hotspots')
