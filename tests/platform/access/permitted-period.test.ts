import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coveredWeekHours } from '../../../server/engine/time/week-hours.ts'
import { audienceOfRole } from '../../../server/platform/access/audience.ts'
import { categoriesOfGroup } from '../../../server/engine/snapshot/categories.ts'
import { permitSurface } from '../../../server/hotspots/permit.ts'
import type { IncidentFilter } from '../../../server/engine/snapshot/query.ts'
import { createZone, fromLocal } from '../../../server/engine/time/zone.ts'

const ZONE = createZone('Europe/Stockholm')
const SOURCES = [{ id: 'polisen', audiences: ['planner' as const] }]

function question(filter: Pick<IncidentFilter, 'fromMinute' | 'toMinute' | 'hours' | 'weekdays'>) {
  const categories = categoriesOfGroup('property')
  const whole = { categories, categoriesLabel: 'group:property', precisionMask: 3, flags: 0, sources: null }
  return { edgeMetres: 100, time: 'from', exposure: 'area', filter: { ...whole, ...filter } } as const
}

describe('the periods that surfaces of planners are of', () => {
  it('never lets two permitted questions, today or as the data grow, differ by less than 28 days’ worth', () => {
    const FIRST = Date.UTC(2024, 0, 20) / 86_400_000
    const DAYS = 1000
    const minute = (date: number) => {
      const at = new Date(date * 86_400_000)
      return fromLocal(ZONE, at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
    }
    const noons = Array.from({ length: DAYS }, (_, offset) => minute(FIRST + offset) + 720)
    const months = (step: number) =>
      fc.integer({ min: 0, max: 36 / step }).map((k) => fromLocal(ZONE, 2024, 1 + k * step, 1))
    // Some days lie close together, and some answers are of the same state of the data: there a difference shows.
    const anyDay = fc
      .oneof(fc.integer({ min: -40, max: DAYS + 40 }), fc.integer({ min: 380, max: 420 }))
      .map((offset) => minute(FIRST + offset))
    const border = fc.oneof(fc.constant(null), months(12), months(3), months(1), anyDay)
    const hour = fc.constantFrom(6, 14, 22)
    const anyQuestion = fc.record({
      period: fc.tuple(border, border),
      hours: fc.option(
        fc
          .record({ startHour: hour, endHour: hour })
          .filter(({ startHour, endHour }) => startHour !== endHour),
        { nil: null },
      ),
      weekdays: fc.constantFrom(null, null, [1, 2, 3, 4, 5], [6, 7]),
      lastDay: fc.oneof(fc.integer({ min: 0, max: DAYS - 1 }), fc.constantFrom(699, 700)),
    })
    /** The hours of each day of the data that an answer counts, as bits; null where it is refused. */
    const answered = ({
      lastDay,
      period,
      ...parts
    }: typeof anyQuestion extends fc.Arbitrary<infer Q> ? Q : never) => {
      const known = { fromMinute: minute(FIRST) + 700, toMinute: noons[lastDay]! }
      let permitted: IncidentFilter
      try {
        permitted = permitSurface(audienceOfRole('planner'), question({ ...parts, ...ordered(period) }), {
          zone: ZONE,
          sources: SOURCES,
          known,
        }).filter
      } catch {
        return null
      }
      const week = coveredWeekHours(permitted.hours, permitted.weekdays)
      const [from, to] = [permitted.fromMinute ?? -Infinity, permitted.toMinute ?? Infinity]
      return Array.from({ length: lastDay + 1 }, (_, offset) => {
        const noon = noons[offset]!
        if (noon < from || noon >= to) return 0
        const monday = ((FIRST + offset + 3) % 7) * 24
        return Array.from({ length: 24 }, (_hour, h) => (week[monday + h] ? 1 << h : 0)).reduce(
          (a, b) => a | b,
          0,
        )
      })
    }
    let compared = 0
    fc.assert(
      fc.property(fc.array(anyQuestion, { minLength: 50, maxLength: 50 }), (questions) => {
        const answers = questions.map(answered).filter((answer) => answer !== null)
        for (const [k, a] of answers.entries())
          for (const b of answers.slice(0, k)) {
            let hours = 0
            for (let at = 0; at < Math.max(a.length, b.length); at++)
              hours += bits((a[at] ?? 0) ^ (b[at] ?? 0))
            if (hours === 0) continue
            compared++
            if (hours < 28 * 24) expect.fail(`${hours} hours`)
          }
      }),
      { numRuns: 20 },
    )
    expect(compared).toBeGreaterThan(100)
  })
})

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

function ordered([a, b]: readonly [number | null, number | null]) {
  const swapped = a !== null && b !== null && a > b
  return { fromMinute: swapped ? b : a, toMinute: swapped ? a : b }
}
