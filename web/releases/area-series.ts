import type { ReleaseFigures } from '../../server/releases/publication/contract.ts'

export type ShownCount = ReleaseFigures['areaFigures'][number]['count']
type Register = ReleaseFigures['areaFigures'][number]['register']

/** A period of figures: `2026-Q1` or `2025`. */
export type PeriodKey = string

/** One register's figures of one group in one area, newest period first. Series are never summed. */
export interface AreaSeries {
  readonly register: Register
  readonly group: string
  readonly figures: readonly { readonly period: PeriodKey; readonly count: ShownCount }[]
}

const GROUP_ORDER = ['people', 'property', 'order', 'environment']
const REGISTER_ORDER: readonly Register[] = ['police', 'city', 'other']

/** All series of an area in some releases, in a fixed order. */
export function seriesOfArea(
  releases: readonly Pick<ReleaseFigures, 'period' | 'areaFigures'>[],
  area: string,
): readonly AreaSeries[] {
  const series = new Map<
    string,
    { register: Register; group: string; figures: AreaSeries['figures'][number][] }
  >()
  for (const { period, areaFigures } of releases) {
    for (const { area: reported, register, group, count } of areaFigures) {
      if (reported !== area) continue
      const key = `${register}/${group}`
      const known = series.get(key) ?? { register, group, figures: [] }
      known.figures.push({ period, count })
      series.set(key, known)
    }
  }
  for (const { figures } of series.values()) figures.sort((a, b) => b.period.localeCompare(a.period))
  return [...series.values()].sort(
    (a, b) =>
      GROUP_ORDER.indexOf(a.group) - GROUP_ORDER.indexOf(b.group) ||
      REGISTER_ORDER.indexOf(a.register) - REGISTER_ORDER.indexOf(b.register),
  )
}

/** Whether a period is a calendar year. */
export function isYear(period: PeriodKey): boolean {
  return /^\d{4}$/.test(period)
}

/** Every period of some series, newest first, years and quarters separately. */
export function periodsOf(series: readonly AreaSeries[]): {
  readonly quarters: readonly PeriodKey[]
  readonly years: readonly PeriodKey[]
} {
  const periods = [...new Set(series.flatMap(({ figures }) => figures.map(({ period }) => period)))]
    .sort()
    .reverse()
  return { quarters: periods.filter((period) => !isYear(period)), years: periods.filter(isYear) }
}
