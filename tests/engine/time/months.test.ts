import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthAt, monthIn, monthNumber, monthStart, monthTable } from '../../../server/engine/time/months.ts'
import { createZone, fromLocal } from '../../../server/engine/time/zone.ts'

const ZONES = ['Europe/Stockholm', 'America/Chicago', 'Pacific/Apia'].map(createZone)
const minutes = fc.integer({ min: -36_800_000, max: 68_000_000 })

describe('calendar months', () => {
  it('begin at local midnight and follow each other without gaps', () => {
    const zone = ZONES[0]!
    expect(monthStart(zone, monthNumber(2024, 10))).toBe(fromLocal(zone, 2024, 10, 1))
    expect(monthStart(zone, monthNumber(2024, 11)) - monthStart(zone, monthNumber(2024, 10))).toBe(
      31 * 1440 + 60,
    )
    expect(monthAt(zone, fromLocal(zone, 2025, 1, 1))).toBe(monthNumber(2025, 1))
    expect(monthAt(zone, fromLocal(zone, 2025, 1, 1) - 1)).toBe(monthNumber(2024, 12))
  })

  it('are found in a table as by the calendar, in every zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), minutes, fc.nat(3_000_000), fc.nat(), (zone, from, span, k) => {
        const table = monthTable(zone, from, from + span)
        const minute = from + (k % (span + 1))
        expect(table.first + monthIn(table, minute)).toBe(monthAt(zone, minute))
        for (const border of table.starts.subarray(1, -1)) {
          expect(table.first + monthIn(table, border)).toBe(monthAt(zone, border))
          expect(table.first + monthIn(table, border - 1)).toBe(monthAt(zone, border - 1))
        }
      }),
      { numRuns: 60 },
    )
  })
})
