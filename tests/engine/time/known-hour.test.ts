import { describe, expect, it } from 'vitest'
import {
  hourCode,
  isHourKnown,
  TIME_UNKNOWN,
  WHOLE_DAY,
  WHOLE_MONTH,
} from '../../../server/engine/time/known-hour.ts'
import { createZone, fromLocal } from '../../../server/engine/time/zone.ts'
import { STOCKHOLM } from '../../support/cities/make-columns.ts'

const local = (month: number, day: number, hour = 0, minute = 0) =>
  fromLocal(STOCKHOLM, 2024, month, day, hour, minute)
const code = (from: number, to: number) => hourCode(STOCKHOLM, from, to)

describe('the known hour of an interval', () => {
  it('is none for a whole local day, be it of 23, 24 or 25 hours', () => {
    for (const [month, day] of [
      [3, 31],
      [10, 20],
      [10, 27],
    ] as const) {
      expect(code(local(month, day), local(month, day + 1))).toBe(WHOLE_DAY)
    }
    const beirut = createZone('Asia/Beirut')
    const begins = fromLocal(beirut, 2024, 3, 31)
    expect(hourCode(beirut, begins, fromLocal(beirut, 2024, 4, 1))).toBe(WHOLE_DAY)
  })

  it('is none for a whole calendar month, two days, or 24 hours and a minute', () => {
    for (let month = 1; month <= 12; month++) {
      expect(code(local(month, 1), local(month + 1, 1))).toBe(WHOLE_MONTH)
    }
    expect(code(local(3, 2), local(4, 2))).toBe(TIME_UNKNOWN)
    expect(code(local(3, 1), local(3, 3))).toBe(TIME_UNKNOWN)
    expect(code(local(3, 1), local(5, 1))).toBe(TIME_UNKNOWN)
    expect(code(local(3, 1, 8), local(3, 2, 8, 1))).toBe(TIME_UNKNOWN)
  })

  it('is the first hour for a point in time and for up to 24 hours that are not a whole day', () => {
    const monday = local(1, 1)
    expect(code(monday, monday)).toBe(0)
    expect(code(local(1, 1, 18), local(1, 2, 6))).toBe(18)
    expect(code(local(1, 1, 8), local(1, 2, 8))).toBe(8)
    expect(isHourKnown(code(local(10, 27), local(10, 27, 23)))).toBe(true)
    expect(isHourKnown(code(local(1, 1), local(1, 2)))).toBe(false)
  })
})
