import { effect, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { paintChanges } from './style/flavour.ts'
import type { Flavour } from './style/palette.ts'

const DARK = '(prefers-color-scheme: dark)'

/** The flavour that the reader's system prefers now. */
export function systemFlavour(): Flavour {
  return matchMedia(DARK).matches ? 'dark' : 'light'
}

/** Keeps a flavour as the system prefers it. @returns a function that ends it */
export function followSystemFlavour(flavour: Signal<Flavour>): () => void {
  const query = matchMedia(DARK)
  const follow = () => (flavour.value = systemFlavour())
  query.addEventListener('change', follow)
  return () => query.removeEventListener('change', follow)
}

/**
 * Repaints a map in place when the flavour changes: sources, filters and what is drawn stay. The document is marked with
 * it (`data-map-flavour`), so that legends have the map's colours.
 */
export function repaintByFlavour(map: MapLibreMap, flavour: ReadonlySignal<Flavour>): () => void {
  const { dataset } = document.documentElement
  let painted = flavour.peek()
  const stop = effect(() => {
    const now = flavour.value
    dataset['mapFlavour'] = now
    if (now === painted) return
    painted = now
    for (const { layer, property, value } of paintChanges(map.getStyle(), now))
      map.setPaintProperty(layer, property as never, value as never)
  })
  return () => {
    stop()
    delete dataset['mapFlavour']
  }
}
