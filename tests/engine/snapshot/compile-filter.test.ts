import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { APPORTION_UNITS, compileFilter } from '../../../server/engine/snapshot/compile-filter.ts'
import { selectPositions } from '../../../server/engine/snapshot/select-positions.ts'
import { coveredWeekHours } from '../../../server/engine/time/week-hours.ts'
import type { IncidentFilter, TimeMode } from '../../../server/engine/snapshot/query.ts'
import { fromLocal } from '../../../server/engine/time/zone.ts'
import { makeFilter, makeSegment, STOCKHOLM, type TestRow } from '../../support/cities/make-columns.ts'

const SOURCES = ['police', 'city']
const HOUR = 60
const DAY = 1440
/** Local time in Stockholm; 2024-01-01 is a Monday. */
const local = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  fromLocal(STOCKHOLM, year, month, day, hour, minute)

/** Incidents that count, and those whose time is not known well enough. */
function counted(
  rows: readonly TestRow[],
  conditions: Partial<IncidentFilter>,
  time: TimeMode = 'from',
  dead: readonly number[] = [],
) {
  const filter = compileFilter(makeFilter(conditions), { zone: STOCKHOLM, sourceIds: SOURCES }, time)
  const { length, units, timeUnknown } = selectPositions(makeSegment(rows, dead), filter)
  let sum = 0
  for (let k = 0; k < length; k++) sum += units[k]!
  return { counted: sum / filter.unit, timeUnknown: timeUnknown / filter.unit }
}

describe('a filter', () => {
  it('counts chosen categories only', () => {
    expect(counted([{ category: 4 }, { category: 5 }, { category: 4 }], { categories: [4] }).counted).toBe(2)
  })

  it('counts a row for as many incidents as it stands for', () => {
    expect(counted([{ weight: 3 }, {}], {}).counted).toBe(4)
  })

  it('leaves dead rows out', () => {
    expect(counted([{}, {}, {}], {}, 'from', [1]).counted).toBe(2)
    expect(counted([{}, {}, {}], { weekdays: [4] }, 'from', [0, 2]).counted).toBe(1)
  })

  it('counts addresses and streets unless other precisions are requested', () => {
    const rows = [0, 1, 2, 3, 4, 5].map((precision) => ({ precision }))
    expect(counted(rows, {}).counted).toBe(2)
    expect(counted(rows, { precisionMask: 0b111 }).counted).toBe(3)
  })

  it('requires all flags of a condition and none of the excluded ones', () => {
    const rows = [{ flags: 0 }, { flags: 1 }, { flags: 3 }, { flags: 2 }]
    expect(counted(rows, { flags: 3 }).counted).toBe(1)
    expect(counted(rows, { excludedFlags: 2 }).counted).toBe(2)
  })

  it('counts chosen sources only', () => {
    const rows = [{ source: 0 }, { source: 1 }, { source: 1 }]
    expect(counted(rows, { sources: ['city'] }).counted).toBe(2)
    expect(counted(rows, { sources: ['nobody'] }).counted).toBe(0)
  })

  it('includes the start of a period and not its end', () => {
    const rows = [{ from: 99 }, { from: 100 }, { from: 199 }, { from: 200 }]
    for (const time of ['from', 'aoristic'] as const) {
      expect(counted(rows, { fromMinute: 100, toMinute: 200 }, time).counted).toBe(2)
    }
  })

  it('lets a window that wraps midnight belong to the day on which it starts', () => {
    const friday = { hours: { startHour: 22, endHour: 3 }, weekdays: [5] }
    const at = (day: number, hour: number) => [{ from: local(2024, 1, day, hour) }]
    expect(counted(at(5, 22), friday).counted).toBe(1)
    expect(counted(at(6, 2), friday).counted).toBe(1)
    expect(counted(at(6, 3), friday).counted).toBe(0)
    expect(counted(at(5, 2), friday).counted).toBe(0)
    const sunday = { ...friday, weekdays: [7] }
    expect(counted(at(8, 2), sunday).counted).toBe(1)
  })

  it('covers 18:00 ≤ t < 23:00 by 18-23', () => {
    const window = { hours: { startHour: 18, endHour: 23 } }
    const at = (hour: number, minute: number) => [{ from: local(2024, 1, 5, hour, minute) }]
    expect(counted(at(17, 59), window).counted).toBe(0)
    expect(counted(at(18, 0), window).counted).toBe(1)
    expect(counted(at(22, 59), window).counted).toBe(1)
    expect(counted(at(23, 0), window).counted).toBe(0)
  })

  it('covers complementary hours once each, whatever the window', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.integer({ min: 1, max: 23 }), (start, length) => {
        const end = (start + length) % 24
        const inside = coveredWeekHours({ startHour: start, endHour: end }, null)
        const outside = coveredWeekHours({ startHour: end, endHour: start }, null)
        for (let hour = 0; hour < 168; hour++) expect(inside[hour]! + outside[hour]!).toBe(1)
      }),
    )
  })

  it('reports intervals of more than 24 hours as time unknown under a condition on hours or weekdays', () => {
    const month = { from: local(2024, 2, 1), to: local(2024, 3, 1), weight: 2 }
    const day = { from: local(2024, 2, 1), to: local(2024, 2, 2) }
    for (const time of ['from', 'aoristic'] as const) {
      expect(counted([month, day], {}, time)).toEqual({ counted: 3, timeUnknown: 0 })
      expect(counted([month, day], { weekdays: [1, 2, 3, 4, 5] }, time)).toEqual({
        counted: 1,
        timeUnknown: 2,
      })
    }
    expect(counted([month], { hours: { startHour: 0, endHour: 6 }, categories: [9] }).timeUnknown).toBe(0)
  })

  it('counts dates in no hour and in their weekday, whatever the length of the day', () => {
    const dates = [
      [3, 31],
      [10, 20],
      [10, 27],
    ].map(([month, day]) => ({ from: local(2024, month!, day!), to: local(2024, month!, day! + 1) }))
    for (const time of ['from', 'aoristic'] as const) {
      for (let hour = 0; hour < 24; hour++) {
        const hours = { startHour: hour, endHour: hour + 1 }
        expect(counted(dates, { hours }, time)).toEqual({ counted: 0, timeUnknown: 3 })
        expect(counted(dates, { hours, weekdays: [7] }, time)).toEqual({ counted: 0, timeUnknown: 3 })
      }
      expect(counted(dates, { weekdays: [7] }, time)).toEqual({ counted: 3, timeUnknown: 0 })
      expect(counted(dates, { weekdays: [1, 2, 3, 4, 5, 6] }, time)).toEqual({ counted: 0, timeUnknown: 0 })
    }
  })

  it('spreads an interval over the requested hours, whatever the time mode', () => {
    const rows = [{ from: local(2024, 1, 5, 22), to: local(2024, 1, 6, 2) }]
    const night = (startHour: number, endHour: number) =>
      counted(rows, { hours: { startHour, endHour } }, 'from').counted
    expect([night(22, 23), night(0, 6), night(6, 22)]).toEqual([0.25, 0.5, 0])
  })

  it('counts an interval that crosses the period whole by its start, or by its overlap', () => {
    const rows = [{ from: 0, to: 10 * HOUR }]
    expect(counted(rows, { fromMinute: 0, toMinute: HOUR }, 'from').counted).toBe(1)
    expect(counted(rows, { fromMinute: HOUR, toMinute: 2 * HOUR }, 'from').counted).toBe(0)
    expect(counted(rows, { fromMinute: HOUR, toMinute: 2 * HOUR }, 'aoristic').counted).toBeCloseTo(0.1, 5)
  })

  it('gives the periods that a time is cut into exactly the incident’s weight between them', () => {
    const minute = fc.integer({ min: -20_000, max: 20_000 })
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 9000 }), fc.uniqueArray(minute), (from, length, cuts) => {
        const rows = [{ from, to: from + length, weight: 3 }]
        const borders = [-40_000, ...cuts.sort((a, b) => a - b), 40_000]
        let sum = 0
        for (let k = 0; k + 1 < borders.length; k++) {
          const period = { fromMinute: borders[k]!, toMinute: borders[k + 1]! }
          sum += counted(rows, period, 'aoristic').counted * APPORTION_UNITS
        }
        expect(sum).toBe(3 * APPORTION_UNITS)
      }),
    )
  })

  it('apportions an interval to the requested hours', () => {
    const rows = [{ from: local(2024, 1, 5, 20), to: local(2024, 1, 6, 4) }]
    expect(counted(rows, { hours: { startHour: 22, endHour: 24 } }, 'aoristic').counted).toBeCloseTo(0.25, 5)
    expect(counted(rows, { hours: { startHour: 22, endHour: 2 }, weekdays: [5] }, 'aoristic').counted).toBe(
      0.5,
    )
    expect(counted(rows, { weekdays: [6] }, 'aoristic').counted).toBe(0.5)
  })

  it('counts an incident without a known end whole in its first hour', () => {
    const rows = [{ from: local(2024, 1, 5, 20, 59) }]
    expect(counted(rows, { hours: { startHour: 20, endHour: 21 } }, 'aoristic').counted).toBe(1)
    expect(counted(rows, { hours: { startHour: 21, endHour: 22 } }, 'aoristic').counted).toBe(0)
  })

  it('counts the repeated hour of autumn twice and the skipped one of spring never', () => {
    const night = (month: number, day: number) => [
      { from: local(2024, month, day), to: local(2024, month, day, 6) },
    ]
    const second = { hours: { startHour: 2, endHour: 3 } }
    expect(counted(night(10, 27), second, 'aoristic').counted).toBeCloseTo(2 / 7, 5)
    expect(counted(night(3, 31), second, 'aoristic').counted).toBe(0)
    expect(counted(night(6, 1), second, 'aoristic').counted).toBeCloseTo(1 / 6, 5)
    const instants = [0, 1, 2].map((hour) => ({ from: local(2024, 10, 27, 1, 30) + hour * HOUR }))
    expect(counted(instants, second).counted).toBe(2)
  })

  it('adds to the same sum in any order of rows', () => {
    const rows = Array.from({ length: 50 }, (_, k) => ({
      from: 7 * k,
      to: 7 * k + 1 + ((k * 37) % DAY),
      weight: 1 + (k % 3),
    }))
    const hours = { hours: { startHour: 1, endHour: 8 }, fromMinute: 100, toMinute: 900 }
    expect(counted(rows.toReversed(), hours, 'aoristic')).toEqual(counted(rows, hours, 'aoristic'))
  })
})
