import { isIsoDate } from '../i18n/dates.ts'
import { type Language, readLanguage } from '../i18n/language.ts'
import type { CellKey } from '../hotspots/cell.ts'
import {
  CELL_CHOICES,
  COMPARISONS,
  DEFAULT_FILTERS,
  EXPOSURES,
  type Filters,
  type Hours,
  type Period,
  PERIOD_PRESETS,
} from '../hotspots/filters/filters.ts'
import { DEFAULT_LAYERS, TOGGLED_LAYERS, type ToggledLayer } from '../layers/layer-choice.ts'
import { HOT_CLASSES, type HotClass } from '../hotspots/hot-classes.ts'
import type { Camera } from '../map/map-state.ts'
import { PANELS, type Panel } from './shell.ts'

/** The page's state in an address. */
export interface View {
  readonly language: Language
  readonly panel: Panel
  readonly filters: Filters
  readonly layers: readonly ToggledLayer[]
  readonly classes: readonly HotClass[]
  readonly camera: Camera | null
  readonly selected: CellKey | null
}

/** The view of an address. Missing and invalid parts get defaults. */
export function readView(search: string, preferred: Language = 'sv'): View {
  const params = new URLSearchParams(search)
  return {
    language: readLanguage(search, preferred),
    panel: oneOf(PANELS, params.get('panel')) ?? 'map',
    filters: readFilters(params),
    layers: params.has('layers') ? someOf(TOGGLED_LAYERS, params.get('layers')) : DEFAULT_LAYERS,
    classes: params.has('classes') ? someOf(HOT_CLASSES, params.get('classes')) : HOT_CLASSES,
    camera: readCamera(params.get('at')),
    selected: readCell(params.get('selected')),
  }
}

/** The shortest query string of the view; readView is the inverse. */
export function writeView(view: View): string {
  const params = new URLSearchParams()
  if (view.language !== 'sv') params.set('lang', view.language)
  if (view.panel !== 'map') params.set('panel', view.panel)
  writeFilters(view.filters, params)
  if (!sameItems(view.layers, DEFAULT_LAYERS)) params.set('layers', view.layers.join(','))
  if (!sameItems(view.classes, HOT_CLASSES)) params.set('classes', view.classes.join(','))
  if (view.camera !== null) {
    const { zoom, latitude, longitude } = view.camera
    params.set('at', `${zoom.toFixed(2)},${latitude.toFixed(5)},${longitude.toFixed(5)}`)
  }
  if (view.selected !== null) params.set('selected', `${view.selected.i},${view.selected.j}`)
  return params.toString().replaceAll('%2C', ',')
}

function readFilters(params: URLSearchParams): Filters {
  return {
    group: /^[a-z_]{1,32}$/.exec(params.get('group') ?? '')?.[0] ?? DEFAULT_FILTERS.group,
    categories: (params.get('category') ?? '').split(',').filter((code) => /^[a-z_]{1,32}$/.test(code)),
    period: readPeriod(params),
    hours: readHours(params.get('hours')),
    weekdays: [1, 2, 3, 4, 5, 6, 7].filter((day) => params.get('weekdays')?.split(',').includes(String(day))),
    cell: oneOf(CELL_CHOICES, params.get('cell')) ?? DEFAULT_FILTERS.cell,
    exposure: oneOf(EXPOSURES, params.get('exposure')) ?? DEFAULT_FILTERS.exposure,
    compare: COMPARISONS.find((years) => String(years) === params.get('compare')) ?? null,
  }
}

function writeFilters(filters: Filters, params: URLSearchParams): void {
  const { period } = filters
  if (filters.group !== DEFAULT_FILTERS.group) params.set('group', filters.group)
  if (filters.categories.length > 0) params.set('category', filters.categories.join(','))
  if (period.preset === null) {
    params.set('from', period.from)
    params.set('to', period.to)
  } else if (period.preset !== '12m') params.set('period', period.preset)
  if (filters.hours !== null) params.set('hours', `${filters.hours.start}-${filters.hours.end}`)
  if (filters.weekdays.length > 0) params.set('weekdays', filters.weekdays.join(','))
  if (filters.cell !== DEFAULT_FILTERS.cell) params.set('cell', filters.cell)
  if (filters.exposure !== DEFAULT_FILTERS.exposure) params.set('exposure', filters.exposure)
  if (filters.compare !== null) params.set('compare', String(filters.compare))
}

function readPeriod(params: URLSearchParams): Period {
  const from = params.get('from') ?? ''
  const to = params.get('to') ?? ''
  if (isIsoDate(from) && isIsoDate(to) && from < to) return { preset: null, from, to }
  return { preset: oneOf(PERIOD_PRESETS, params.get('period')) ?? '12m' }
}

function readHours(text: string | null): Hours | null {
  const parts = /^(\d{1,2})-(\d{1,2})$/.exec(text ?? '')
  if (parts === null) return null
  const [start, end] = [Number(parts[1]), Number(parts[2])]
  return start > 23 || end > 24 || start === end ? null : { start, end }
}

function readCamera(text: string | null): Camera | null {
  const parts = (text ?? '').split(',')
  const [zoom = Number.NaN, latitude = Number.NaN, longitude = Number.NaN] = parts.map(Number)
  if (parts.length !== 3 || !(zoom >= 0 && zoom <= 24)) return null
  return Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 ? { zoom, latitude, longitude } : null
}

function readCell(text: string | null): CellKey | null {
  const parts = /^(-?\d{1,7}),(-?\d{1,7})$/.exec(text ?? '')
  return parts === null ? null : { i: Number(parts[1]), j: Number(parts[2]) }
}

function oneOf<T extends string>(choices: readonly T[], text: string | null): T | undefined {
  return choices.find((choice) => choice === text)
}

function someOf<T extends string>(choices: readonly T[], text: string | null): readonly T[] {
  const requested = (text ?? '').split(',')
  return choices.filter((choice) => requested.includes(choice))
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item))
}
