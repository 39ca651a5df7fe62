import { effect } from '@preact/signals'
import { surfaceParams } from './filters/filters.ts'
import type { City } from '../app/city/city.ts'
import type { Api } from '../app/api/client.ts'
import type { MapState } from '../map/map-state.ts'
import type { Hotspots } from './hotspots.ts'

export interface SurfaceDeps {
  readonly api: Pick<Api, 'surface'>
  readonly city: City
  readonly hotspots: Hotspots
  readonly mapState: Pick<MapState, 'camera' | 'viewBounds' | 'phase'>
}

const SETTLE_MS = 250
/** Tiles end at this zoom; `cell=auto` goes by the tile, so it goes no further either. */
const TILE_MAX_ZOOM = 16

/** Keeps the list of cells in step with the map's view and the filters, once the city is known. */
export function followSurface({ api, city, hotspots, mapState }: SurfaceDeps): void {
  const { filters, countedTo, surface } = hotspots
  const { viewBounds, camera, phase } = mapState
  let timer: ReturnType<typeof setTimeout> | undefined
  let requested = ''

  effect(() => {
    const known = city.received.state.value.value
    if (known === null) return
    const bounds = phase.value === 'unsupported' ? known.bounds : viewBounds.value
    if (bounds === null && phase.value !== 'unsupported') return
    const params = surfaceParams(filters.value, countedTo.value)
    if (bounds !== null) params.set('bbox', bounds.map((degrees) => degrees.toFixed(5)).join(','))
    if (filters.value.cell === 'auto')
      params.set('zoom', String(Math.min(TILE_MAX_ZOOM, Math.floor(camera.value?.zoom ?? 12))))
    if (params.toString() === requested) return
    requested = params.toString()
    clearTimeout(timer)
    timer = setTimeout(() => void surface.load((signal) => api.surface(params, signal)), SETTLE_MS)
  })
}
