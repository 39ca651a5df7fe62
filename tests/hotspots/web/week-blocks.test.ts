import { describe, expect, it } from 'vitest'
import { HOURLY, IN_PARTS, isPainted, paintedWeek } from '../../../web/hotspots/filters/week-blocks.ts'

describe('blocks of the week that are dragged over', () => {
  it('choose their days and hours in either direction, also past midnight', () => {
    const fridayAndSaturdayNight = { hours: { start: 22, end: 3 }, weekdays: [5, 6] }
    expect(paintedWeek(HOURLY, [4, 16], [5, 20])).toEqual(fridayAndSaturdayNight)
    expect(paintedWeek(HOURLY, [5, 20], [4, 16])).toEqual(fridayAndSaturdayNight)
    expect(paintedWeek(HOURLY, [0, 17], [0, 17])).toEqual({ hours: { start: 23, end: 24 }, weekdays: [1] })
  })

  it('are painted where they were dragged, on both sides of midnight', () => {
    const week = paintedWeek(HOURLY, [4, 16], [5, 20])
    const painted = [15, 16, 17, 18, 19, 20, 21].filter((column) => isPainted(HOURLY, week, [4, column]))
    expect(painted).toEqual([16, 17, 18, 19, 20])
    expect(isPainted(HOURLY, week, [3, 18])).toBe(false)
  })

  it('are no filter where they are the whole week', () => {
    expect(paintedWeek(HOURLY, [0, 0], [6, 23])).toEqual({ hours: null, weekdays: [] })
    expect(paintedWeek(IN_PARTS, [0, 0], [1, 2])).toEqual({ hours: null, weekdays: [] })
  })

  it('choose one part of the day or all for planners, whose figures have no others', () => {
    expect(paintedWeek(IN_PARTS, [0, 0], [0, 1])).toEqual({
      hours: { start: 14, end: 22 },
      weekdays: [1, 2, 3, 4, 5],
    })
    expect(paintedWeek(IN_PARTS, [1, 2], [1, 2])).toEqual({ hours: { start: 22, end: 6 }, weekdays: [6, 7] })
  })
})

describe.each([
  ['hours', HOURLY],
  ['parts', IN_PARTS],
])('blocks of %s', (_name, blocks) => {
  it('are painted where the filters that they give count them, and nowhere else', () => {
    const all = blocks.rows.flatMap((_, row) =>
      blocks.columns.map((_hours, column) => [row, column] as const),
    )
    for (const block of all) {
      const week = paintedWeek(blocks, block, block)
      expect(all.filter((other) => isPainted(blocks, week, other))).toEqual([block])
    }
    expect(all.every((block) => isPainted(blocks, { hours: null, weekdays: [] }, block))).toBe(true)
  })
})
