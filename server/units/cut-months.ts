import type { UnitCut } from '../engine/units/unit-cut.ts'
import { monthAt } from '../engine/time/months.ts'
import { fromLocal, type Zone } from '../engine/time/zone.ts'

const MINUTE_MS = 60_000

/** Day of the month from which the cut is made automatically; none = only by command. */
export type CutDay = number | 'none'

/** The number of the calendar month that a moment lies in. */
function monthOf(zone: Zone, ms: number): number {
  return monthAt(zone, Math.floor(ms / MINUTE_MS))
}

/** A calendar month as `2026-11`. */
export function monthText(zone: Zone, ms: number): string {
  const month = monthOf(zone, ms)
  return `${1970 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** Whether this month has no cut yet. */
export function mayCut(zone: Zone, last: UnitCut | null, nowMs: number): boolean {
  return last === null || monthOf(zone, last.madeAtMs) < monthOf(zone, nowMs)
}

/** Whether an automatic cut is due: the first one at once, later ones from a day of the month on. */
export function isDue(zone: Zone, last: UnitCut | null, day: CutDay, nowMs: number): boolean {
  if (last === null) return true
  return day !== 'none' && mayCut(zone, last, nowMs) && nowMs >= dayOfMonth(zone, monthOf(zone, nowMs), day)
}

/** When the next automatic cut is due, or a manual one allowed, milliseconds. */
export function nextCutMs(zone: Zone, last: UnitCut, day: CutDay): number {
  return dayOfMonth(zone, monthOf(zone, last.madeAtMs) + 1, day === 'none' ? 1 : day)
}

function dayOfMonth(zone: Zone, month: number, day: number): number {
  return fromLocal(zone, 1970, month + 1, day) * MINUTE_MS
}
