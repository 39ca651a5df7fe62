import { describe, expect, it } from 'vitest'
import { createZone } from '../../server/engine/time/zone.ts'
import type { UnitCut } from '../../server/engine/units/unit-cut.ts'
import { isDue, mayCut, monthText, nextCutMs } from '../../server/units/cut-months.ts'

const STOCKHOLM = createZone('Europe/Stockholm')
const cutAt = (time: string): UnitCut => ({
  id: 1,
  madeAtMs: Date.parse(time),
  epoch: 'e',
  visible: '1:1:',
  version: '0'.repeat(32),
  discloses: true,
  purges: 0,
})

describe('a cut of units', () => {
  it('is due at once when there is no cut yet, with automatic and manual cuts', () => {
    expect(isDue(STOCKHOLM, null, 5, Date.parse('2026-11-01T12:00:00Z'))).toBe(true)
    expect(isDue(STOCKHOLM, null, 'none', Date.parse('2026-11-01T12:00:00Z'))).toBe(true)
  })

  it.each([
    ['the last minute of the day before', '2026-12-04T22:59:00Z', false],
    ['the first minute of the day', '2026-12-04T23:00:00Z', true],
    ['any later day of the month', '2026-12-31T22:00:00Z', true],
    ['the same month', '2026-11-30T22:00:00Z', false],
    ['a later year', '2027-01-05T12:00:00Z', true],
  ])('is due from its day of a month without one: %s', (_, now, due) => {
    expect(isDue(STOCKHOLM, cutAt('2026-11-20T12:00:00Z'), 5, Date.parse(now))).toBe(due)
  })

  it('is made only by command where no day is set, in any month without one', () => {
    const last = cutAt('2026-11-30T22:30:00Z')
    const [sameMonth, nextMonth] = [Date.parse('2026-11-30T22:59:00Z'), Date.parse('2026-11-30T23:00:00Z')]
    expect(isDue(STOCKHOLM, last, 'none', nextMonth)).toBe(false)
    expect([mayCut(STOCKHOLM, last, sameMonth), mayCut(STOCKHOLM, last, nextMonth)]).toEqual([false, true])
  })

  it('is never earlier than the month of the last, also when the clock was set back', () => {
    const last = cutAt('2026-11-20T12:00:00Z')
    expect(mayCut(STOCKHOLM, last, Date.parse('2026-10-20T12:00:00Z'))).toBe(false)
  })

  it('has the city’s month, and the time of the next', () => {
    expect(monthText(STOCKHOLM, Date.parse('2026-12-31T23:30:00Z'))).toBe('2027-01')
    const last = cutAt('2026-12-20T12:00:00Z')
    expect(new Date(nextCutMs(STOCKHOLM, last, 28)).toISOString()).toBe('2027-01-27T23:00:00.000Z')
    expect(new Date(nextCutMs(STOCKHOLM, last, 'none')).toISOString()).toBe('2026-12-31T23:00:00.000Z')
  })
})
