import { computed, effect, type ReadonlySignal } from '@preact/signals'
import { groupParams, surfaceParams } from './filters/filters.ts'
import type { City } from '../app/city/city.ts'
import type { Api } from '../app/api/client.ts'
import type { MapState } from '../map/map-state.ts'
import type { Hotspots } from './hotspots.ts'
import type { Selection } from './selection.ts'

export interface SurfaceDeps {
  readonly api: Pick<Api, 'surface' | 'cells' | 'months' | 'changes'>
  readonly city: City
  readonly hotspots: Hotspots
  readonly selection: Pick<Selection, 'cell'>
  readonly mapState: Pick<MapState, 'camera' | 'viewBounds' | 'phase'>
  /** Whether the table of cells is shown. */
  readonly listed: ReadonlySignal<boolean>
}

/** The map may move on within this time. */
const SETTLE_MS = 150
/** Highest zoom of tiles, and so of `cell=auto`. */
const TILE_MAX_ZOOM = 16

/** What to load: the query of the figures, and how it is cropped. */
interface Wanted {
  readonly query: string
  readonly crop: string
}

/** Loads the counts of cells, the table's cells and the selected cell when the view or the filters change. */
export function followSurface(deps: SurfaceDeps): void {
  const { api, hotspots, selection, listed } = deps
  const { surface, cells, figures, months, changes, filters } = hotspots
  const query = computed(() => queryOf(deps))
  const inView = computed<Wanted | null>(() => {
    const crop = viewCrop(deps)
    return query.value === null || crop === null ? null : { query: query.value, crop }
  })
  const selected = computed<Wanted | null>(() => {
    const key = selection.cell.value
    return query.value === null || key === null
      ? null
      : { query: query.value, crop: `&at=${key.i},${key.j}&empty=true` }
  })
  loadOn(inView, SETTLE_MS, (params) => void surface.load((signal) => api.surface(params, signal)))
  loadOn(
    computed(() => (listed.value && filters.value.compare === null ? inView.value : null)),
    SETTLE_MS,
    (params) => void cells.load((signal) => api.cells(params, signal)),
  )
  loadOn(
    computed(() => {
      const { compare } = filters.value
      if (compare === null || inView.value === null) return null
      return { ...inView.value, query: `${inView.value.query}&years=${compare}` }
    }),
    SETTLE_MS,
    (params) => void changes.load((signal) => api.changes(params, signal)),
  )
  const grouped = computed<Wanted | null>(() =>
    query.value === null ? null : { query: groupParams(filters.value).toString(), crop: '' },
  )
  loadOn(grouped, 0, (params) => void months.load((signal) => api.months(params, signal)))
  loadOn(selected, 0, (params) => void figures.load((signal) => api.cells(params, signal)))
}

/** Loads at once when the query changes, and when only its crop does after some time without another change. */
function loadOn(
  wanted: ReadonlySignal<Wanted | null>,
  settleMs: number,
  load: (params: URLSearchParams) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Wanted | null = null
  effect(() => {
    const next = wanted.value
    if (next === null || (next.query === last?.query && next.crop === last.crop)) return
    const onlyMoved = next.query === last?.query
    last = next
    clearTimeout(timer)
    const begin = () => load(new URLSearchParams(next.query + next.crop))
    if (onlyMoved && settleMs > 0) timer = setTimeout(begin, settleMs)
    else begin()
  })
}

function queryOf({ city, hotspots, mapState }: SurfaceDeps): string | null {
  if (city.received.state.value.value === null) return null
  const { filters, countedTo } = hotspots
  const params = surfaceParams(filters.value, countedTo.value)
  if (filters.value.cell === 'auto')
    params.set('zoom', String(Math.min(TILE_MAX_ZOOM, Math.floor(mapState.camera.value?.zoom ?? 12))))
  return params.toString()
}

/** The crop to the map's view, or to the whole city without a map; null before the map has one. */
function viewCrop({ city, mapState }: SurfaceDeps): string | null {
  const { viewBounds, phase } = mapState
  const bounds = phase.value === 'unsupported' ? city.received.state.value.value?.bounds : viewBounds.value
  return bounds == null ? null : `&bbox=${bounds.map((degrees) => degrees.toFixed(5)).join(',')}`
}
