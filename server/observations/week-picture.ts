import { notFound } from '../engine/errors.ts'
import { fromLocal, type Zone } from '../engine/time/zone.ts'
import type { Audience } from '../platform/access/audience.ts'
import type { ObservationKind } from './observation-kinds.ts'
import type { ReportAreas } from './report-areas.ts'
import type { ObservationRepository } from './repository.ts'

/** What was seen in a week at a place or in a district, beside the weeks before. */
export interface WeekPicture {
  readonly areaId: number
  /** First and last day of the week, by the city's calendar. */
  readonly from: string
  readonly to: string
  readonly kinds: readonly {
    readonly kind: ObservationKind
    readonly week: number
    /** Of the eight weeks before. */
    readonly weeklyMean: number
  }[]
}

const WEEKS_BEFORE = 8
const DAY_MS = 86_400_000

interface Deps {
  readonly observations: Pick<ObservationRepository, 'countWeek'>
  readonly areas: ReportAreas
  readonly zone: Zone
}

export type PictureWeek = (audience: Audience, areaId: number, lastDay: string) => Promise<WeekPicture>

/** Counts observations of a kind at a place, or in a district and its places, from a day through another. */
export function createCountObservations({ observations, areas, zone }: Deps) {
  return async (areaId: number, observed: string, from: string, to: string): Promise<number> => {
    const fromMs = midnightIn(zone, from)
    const borders = { beforeFromMs: fromMs, fromMs, toMs: midnightIn(zone, shifted(to, 1)) }
    const counts = await observations.countWeek(areas.within(areaId), borders)
    return counts.find(({ kind }) => kind === observed)?.week ?? 0
  }
}

/** Pictures of weeks, of observations alone: records of the police are no part of them. */
export function createWeekPictures({ observations, areas, zone }: Deps): PictureWeek {
  const midnight = (day: string) => midnightIn(zone, day)
  return async (audience, areaId, lastDay) => {
    if (!areas.isOpen(audience, areaId)) throw notFound('place', areaId)
    const from = shifted(lastDay, -6)
    const borders = {
      beforeFromMs: midnight(shifted(from, -7 * WEEKS_BEFORE)),
      fromMs: midnight(from),
      toMs: midnight(shifted(lastDay, 1)),
    }
    const counts = await observations.countWeek(areas.within(areaId), borders)
    const kinds = counts.map(({ kind, week, before }) => ({ kind, week, weeklyMean: before / WEEKS_BEFORE }))
    return { areaId, from, to: lastDay, kinds: kinds.toSorted((a, b) => b.week - a.week) }
  }
}

function midnightIn(zone: Zone, day: string): number {
  const [year, month, date] = day.split('-').map(Number)
  return fromLocal(zone, year!, month!, date!) * 60_000
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
