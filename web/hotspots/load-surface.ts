import { effect } from '@preact/signals'
import { surfaceParams } from './filters/filters.ts'
import type { Workspace } from '../workspace/workspace.ts'

const SETTLE_MS = 250
/** Tiles end at this zoom; `cell=auto` goes by the tile, so it goes no further either. */
const TILE_MAX_ZOOM = 16

/** Keeps the list of cells in step with the map's view and the filters, once the city is known. */
export function followSurface(workspace: Workspace): void {
  const { city, filters, countedTo, viewBounds, camera, mapPhase, surface, api } = workspace
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = ''

  effect(() => {
    const known = city.answer.state.value.value
    if (known === null) return
    const bounds = mapPhase.value === 'unsupported' ? known.bounds : viewBounds.value
    if (bounds === null && mapPhase.value !== 'unsupported') return
    const params = surfaceParams(filters.value, countedTo.value)
    if (bounds !== null) params.set('bbox', bounds.map((degrees) => degrees.toFixed(5)).join(','))
    if (filters.value.cell === 'auto')
      params.set('zoom', String(Math.min(TILE_MAX_ZOOM, Math.floor(camera.value?.zoom ?? 12))))
    if (params.toString() === asked) return
    asked = params.toString()
    clearTimeout(timer)
    timer = setTimeout(() => void surface.load((signal) => api.surface(params, signal)), SETTLE_MS)
  })
}
