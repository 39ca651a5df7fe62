import { batch, effect } from '@preact/signals'
import { readView, writeView } from './permalink.ts'
import type { Workspace } from './workspace.ts'

/** The parts of a browser window that hold its address. */
export interface AddressDeps {
  readonly location: Pick<Location, 'pathname' | 'search'>
  readonly history: Pick<History, 'pushState' | 'replaceState'>
  readonly addEventListener: (type: 'popstate', listener: () => void) => void
}

/**
 * Keeps the address and the workspace the same, both ways. Moving the map rewrites the address in place; choosing
 * something makes a step that the Back button takes back. The first writing is no step.
 */
export function syncAddress(workspace: Workspace, window: AddressDeps): void {
  const { language, panel, filters, layers, classes, camera, selected } = workspace
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
    const view = readView(window.location.search)
    before = writeView({ ...view, camera: null })
    batch(() => {
      language.value = view.language
      panel.value = view.panel
      filters.value = view.filters
      layers.value = view.layers
      classes.value = view.classes
      selected.value = view.selected
      if (view.camera !== null) camera.value = view.camera
    })
  })
}
