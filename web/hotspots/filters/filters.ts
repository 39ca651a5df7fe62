import { addDays, addMonths, type IsoDate } from '../../i18n/dates.ts'

export const PERIOD_PRESETS = ['12m', '3m', '1m', '28d', 'all'] as const
export type PeriodPreset = (typeof PERIOD_PRESETS)[number]
export const PRESET_MONTHS = { '12m': 12, '3m': 3, '1m': 1 } as const

/** A preset counts back from the last day that the sources cover; dates are [from, to), to not included. */
export type Period =
  | { readonly preset: PeriodPreset }
  | { readonly preset: null; readonly from: IsoDate; readonly to: IsoDate }

export interface Hours {
  readonly start: number
  readonly end: number
}

export const CELL_CHOICES = ['auto', '50', '100', '200', '400', '800'] as const
export type CellChoice = (typeof CELL_CHOICES)[number]

export const EXPOSURES = ['area', 'residents', 'visitors'] as const
export type ExposureChoice = (typeof EXPOSURES)[number]

/** Years back to the period that the chosen one is compared with. */
export const COMPARISONS = [1, 2, 3] as const
export type Comparison = (typeof COMPARISONS)[number]

/** The filters of the map's figures. */
export interface Filters {
  readonly group: string
  /** Narrows the group to some of its categories; empty = the whole group. */
  readonly categories: readonly string[]
  readonly period: Period
  readonly hours: Hours | null
  /** ISO weekdays, ascending; empty = all. */
  readonly weekdays: readonly number[]
  readonly cell: CellChoice
  readonly exposure: ExposureChoice
  /** Years back to the same days, with which the period is compared; null = not compared. */
  readonly compare: Comparison | null
}

export const DEFAULT_FILTERS: Filters = {
  group: 'people',
  categories: [],
  period: { preset: '12m' },
  hours: null,
  weekdays: [],
  cell: '200',
  exposure: 'area',
  compare: null,
}

export interface DateRange {
  readonly from: IsoDate | null
  /** Not included. */
  readonly to: IsoDate | null
}

/** The days of a period, counted back from the first day after the data. */
export function rangeOf(period: Period, coveredTo: IsoDate | null): DateRange {
  if (period.preset === null) return { from: period.from, to: period.to }
  if (coveredTo === null || period.preset === 'all') return { from: null, to: null }
  if (period.preset === '28d') return { from: addDays(coveredTo, -28), to: coveredTo }
  return { from: addMonths(coveredTo, -PRESET_MONTHS[period.preset]), to: coveredTo }
}

/** The query parameters of what is counted. */
export function groupParams({ group, categories }: Pick<Filters, 'group' | 'categories'>): URLSearchParams {
  return new URLSearchParams(categories.length > 0 ? { category: categories.join(',') } : { group })
}

/** The query parameters of the incident filter, in a fixed order. */
export function incidentParams(filters: Filters, coveredTo: IsoDate | null): URLSearchParams {
  const params = groupParams(filters)
  const { from, to } = rangeOf(filters.period, coveredTo)
  if (from !== null) params.set('from', from)
  if (to !== null) params.set('to', to)
  if (filters.hours !== null) params.set('hours', `${filters.hours.start}-${filters.hours.end}`)
  if (filters.weekdays.length > 0) params.set('weekdays', filters.weekdays.join(','))
  return params
}

/** The query parameters of a hotspot surface: incident filter, cell and exposure. */
export function surfaceParams(filters: Filters, coveredTo: IsoDate | null): URLSearchParams {
  const params = incidentParams(filters, coveredTo)
  params.set('cell', filters.cell)
  if (filters.exposure !== 'area') params.set('exposure', filters.exposure)
  return params
}
