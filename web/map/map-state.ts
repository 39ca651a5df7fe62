import { type Signal, signal } from '@preact/signals'
import { createStoreContext } from '../ui/store-context.ts'
import type { Bounds } from './geometry.ts'

export interface Camera {
  readonly zoom: number
  readonly latitude: number
  readonly longitude: number
}

/** The map's own state, as far as the rest of the page must know it. */
export type MapPhase = 'loading' | 'ready' | 'unsupported'

/** Where the map looks, and how it fares. */
export interface MapState {
  readonly camera: Signal<Camera | null>
  /** What the map shows; null until it does. */
  readonly viewBounds: Signal<Bounds | null>
  /** Bounds that the map is asked to show; the map empties it again. */
  readonly goTo: Signal<Bounds | null>
  readonly phase: Signal<MapPhase>
  /** True when a tile could not be fetched since the last that could. */
  readonly tilesFailing: Signal<boolean>
  /** How often the tiles have been asked for again. */
  readonly tileRetries: Signal<number>
  /** Asks for the tiles again. */
  retryTiles(): void
}

/** A map that begins with a camera, usually that of the address. */
export function createMapState(camera: Camera | null): MapState {
  const tileRetries = signal(0)
  return {
    camera: signal(camera),
    viewBounds: signal(null),
    goTo: signal(null),
    phase: signal('loading'),
    tilesFailing: signal(false),
    tileRetries,
    retryTiles: () => {
      tileRetries.value = tileRetries.peek() + 1
    },
  }
}

export const { Provider: MapStateProvider, useStore: useMapState } = createStoreContext<MapState>('map state')
