import { batch, effect, type Signal } from '@preact/signals'
import { readView, type View, writeView } from './permalink.ts'

/** A signal for each part of the view. */
export type ViewSignals = { readonly [Part in keyof View]: Signal<View[Part]> }

/** The parts of a browser window that hold its address. */
export interface AddressDeps {
  readonly location: Pick<Location, 'pathname' | 'search'>
  readonly history: Pick<History, 'pushState' | 'replaceState'>
  readonly addEventListener: (type: 'popstate', listener: () => void) => void
}

/**
 * Syncs address and view in both directions. Moving the map replaces the address; a choice pushes a history entry,
 * except the first.
 */
export function syncAddress(view: ViewSignals, window: AddressDeps): void {
  const { language, panel, filters, layers, classes, camera, selected } = view
  let before: string | null = null

  effect(() => {
    const chosen = {
      language: language.value,
      panel: panel.value,
      filters: filters.value,
      layers: layers.value,
      classes: classes.value,
      selected: selected.value,
    }
    const search = writeView({ ...chosen, camera: camera.value })
    const withoutCamera = writeView({ ...chosen, camera: null })
    const isStep = before !== null && withoutCamera !== before
    before = withoutCamera
    if (search === window.location.search.replace(/^\?/, '')) return
    const address = search === '' ? window.location.pathname : `?${search}`
    if (isStep) window.history.pushState(null, '', address)
    else window.history.replaceState(null, '', address)
  })

  window.addEventListener('popstate', () => {
    const requested = readView(window.location.search)
    before = writeView({ ...requested, camera: null })
    batch(() => {
      language.value = requested.language
      panel.value = requested.panel
      filters.value = requested.filters
      layers.value = requested.layers
      classes.value = requested.classes
      selected.value = requested.selected
      if (requested.camera !== null) camera.value = requested.camera
    })
  })
}
