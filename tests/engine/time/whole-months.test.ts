import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileFilter } from '../../../server/engine/snapshot/compile-filter.ts'
import { selectPositions } from '../../../server/engine/snapshot/select-positions.ts'
import { inWholeMonths } from '../../../server/engine/snapshot/in-whole-months.ts'
import { fromLocal } from '../../../server/engine/time/zone.ts'
import { makeFilter, makeSegment, STOCKHOLM } from '../../support/cities/make-columns.ts'

const PER_MONTH = 3
const monthStart = (month: number) => fromLocal(STOCKHOLM, 2022, 1 + month, 1)
const MONTHS = Array.from({ length: 36 }, (_, month) => ({
  sourceId: 'police',
  fromMinute: monthStart(month),
  toMinute: monthStart(month + 1),
}))
const segment = makeSegment(
  MONTHS.map(({ fromMinute, toMinute }) => ({ from: fromMinute, to: toMinute, weight: PER_MONTH })),
)

function counted(fromMinute: number, toMinute: number, time: 'from' | 'aoristic') {
  const period = inWholeMonths(makeFilter({ fromMinute, toMinute }), MONTHS)
  const filter = compileFilter(period, { zone: STOCKHOLM, sourceIds: ['police'] }, time)
  const { units } = selectPositions(segment, filter)
  return { incidents: units.reduce((sum, value) => sum + value, 0) / filter.unit, period }
}

describe('incidents dated by month', () => {
  it('count whole in each of 1,000 random periods that meet their month', () => {
    const minute = fc.integer({ min: monthStart(0), max: monthStart(36) - 1 })
    fc.assert(
      fc.property(minute, minute, fc.constantFrom('from', 'aoristic'), (a, b, time) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
        const met = MONTHS.filter(({ fromMinute, toMinute }) => fromMinute < to && toMinute > from)
        const { incidents, period } = counted(from, to, time)
        expect(incidents).toBe(met.length * PER_MONTH)
        expect([period.fromMinute, period.toMinute]).toEqual([met[0]!.fromMinute, met.at(-1)!.toMinute])
      }),
      { numRuns: 1000 },
    )
  })

  it('widen no period of other sources', () => {
    const [fromMinute, toMinute] = [monthStart(2) + 1440, monthStart(3) - 1440]
    const filter = makeFilter({ fromMinute, toMinute, sources: ['city'] })
    expect(inWholeMonths(filter, MONTHS)).toEqual(filter)
    const open = makeFilter({ fromMinute: monthStart(40), toMinute: null })
    expect(inWholeMonths(open, MONTHS)).toEqual(open)
  })
})
