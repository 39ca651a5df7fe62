import { type Signal, signal } from '@preact/signals'
import { createStoreContext } from '../ui/store-context.ts'
import type { Bounds } from './geometry.ts'
import type { Flavour } from './style/palette.ts'

export interface Camera {
  readonly zoom: number
  readonly latitude: number
  readonly longitude: number
}

/** Phase of the map. */
export type MapPhase = 'loading' | 'ready' | 'unsupported'

/** The map's view and state of loading. */
export interface MapState {
  readonly camera: Signal<Camera | null>
  /** Visible bounds; null until the map is shown. */
  readonly viewBounds: Signal<Bounds | null>
  /** Requested bounds; cleared by the map. */
  readonly goTo: Signal<Bounds | null>
  /** The middle of what was searched for, longitude and latitude. */
  readonly found: Signal<readonly [number, number] | null>
  /** Corners of what is being measured, longitude and latitude; null while nothing is. */
  readonly measured: Signal<readonly (readonly [number, number])[] | null>
  readonly phase: Signal<MapPhase>
  /** True while the cells of another query load; those of the earlier one are shown meanwhile. */
  readonly cellsLoading: Signal<boolean>
  /** True when a tile failed since the last that loaded. */
  readonly tilesFailing: Signal<boolean>
  /** Takes a picture of the map as it is, a data URL; null until there is a map. */
  readonly takePicture: Signal<(() => string) | null>
  /** The picture that is being printed. */
  readonly printed: Signal<string | null>
  /** Number of tile reloads. */
  readonly tileRetries: Signal<number>
  /** The map's look: as the reader's system prefers it, unless something sets it. */
  readonly flavour: Signal<Flavour>
  /** Reloads the tiles. */
  retryTiles(): void
}

/** A map with an initial camera, usually that of the address. */
export function createMapState(camera: Camera | null): MapState {
  const tileRetries = signal(0)
  return {
    camera: signal(camera),
    viewBounds: signal(null),
    goTo: signal(null),
    found: signal(null),
    measured: signal(null),
    phase: signal('loading'),
    cellsLoading: signal(false),
    tilesFailing: signal(false),
    takePicture: signal(null),
    printed: signal(null),
    tileRetries,
    flavour: signal('light'),
    retryTiles: () => {
      tileRetries.value = tileRetries.peek() + 1
    },
  }
}

export const { Provider: MapStateProvider, useStore: useMapState } = createStoreContext<MapState>('map state')
