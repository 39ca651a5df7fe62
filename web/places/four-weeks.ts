import { addDays, type IsoDate } from '../i18n/dates.ts'
import type { PlaceCount, PlaceSeries } from './place-calls.ts'

type Figure = PlaceSeries['figures'][number]

/** One register's figures of one group at a place and in its ring, newest four weeks first. */
export interface PlaceLine {
  readonly register: Figure['register']
  readonly group: Figure['group']
  readonly periods: readonly {
    /** The Monday on which the four weeks begin. */
    readonly from: IsoDate
    readonly place: PlaceCount | null
    readonly ring: PlaceCount | null
  }[]
}

const GROUP_ORDER = ['people', 'property', 'order', 'environment']
const REGISTER_ORDER = ['police', 'city', 'other']

/** The last day of the four weeks that begin on a day. */
export function lastDayOf(from: IsoDate): IsoDate {
  return addDays(from, 27)
}

/** The newest series of a place: figures of an earlier outline are not comparable. */
export function newestSeries(series: readonly PlaceSeries[]): PlaceSeries | null {
  const lastFrom = ({ figures }: PlaceSeries) =>
    figures.reduce((last, { from }) => (from > last ? from : last), '')
  return series.toSorted((a, b) => lastFrom(b).localeCompare(lastFrom(a)))[0] ?? null
}

/** The figures of a series line by line, in a fixed order. */
export function linesOf({ figures }: Pick<PlaceSeries, 'figures'>): readonly PlaceLine[] {
  const kinds = new Map(figures.map((figure) => [`${figure.register}/${figure.group}`, figure]))
  const starts = [...new Set(figures.map(({ from }) => from))].sort().reverse()
  return [...kinds.values()]
    .map(({ register, group }) => {
      const own = figures.filter((figure) => figure.register === register && figure.group === group)
      const count = (zone: Figure['zone'], from: IsoDate) =>
        own.find((figure) => figure.zone === zone && figure.from === from)?.count ?? null
      const periods = starts.map((from) => ({ from, place: count('place', from), ring: count('ring', from) }))
      return {
        register,
        group,
        periods: periods.filter(({ place, ring }) => place !== null || ring !== null),
      }
    })
    .sort(
      (a, b) =>
        GROUP_ORDER.indexOf(a.group) - GROUP_ORDER.indexOf(b.group) ||
        REGISTER_ORDER.indexOf(a.register) - REGISTER_ORDER.indexOf(b.register),
    )
}
