import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellAt, cellsOfWindows, DAYS, HOURS, windowsOfCells } from '../../web/registers/week-cells.ts'

const week = fc.array(fc.boolean(), { minLength: DAYS * HOURS, maxLength: DAYS * HOURS })

describe('the week of an area of guards', () => {
  it('covers the same hours after it is written as windows and read again', () => {
    fc.assert(
      fc.property(week, (cells) => {
        expect(cellsOfWindows(windowsOfCells(cells))).toEqual(cells)
      }),
    )
  })

  it('is written in windows that the server takes', () => {
    fc.assert(
      fc.property(week, (cells) => {
        for (const { weekdays, startHour, endHour } of windowsOfCells(cells)) {
          expect(startHour).not.toBe(endHour)
          expect([startHour >= 0, startHour <= 23, endHour >= 0, endHour <= 24]).not.toContain(false)
          expect(new Set(weekdays).size).toBe(weekdays.length)
        }
      }),
    )
  })

  it('keeps an evening that goes on after midnight in one piece, on the day when it begins', () => {
    const windows = [{ weekdays: [5, 6], startHour: 22, endHour: 4 }]
    expect(windowsOfCells(cellsOfWindows(windows))).toEqual(windows)
  })

  it('lets the night of Sunday end on Monday morning', () => {
    const cells = cellsOfWindows([{ weekdays: [7], startHour: 23, endHour: 2 }])
    expect([cells[cellAt(7, 23)], cells[cellAt(1, 0)], cells[cellAt(1, 1)], cells[cellAt(1, 2)]]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(cells.filter(Boolean)).toHaveLength(3)
  })

  it('writes round the clock as seven whole days', () => {
    const always = Array.from({ length: DAYS * HOURS }, () => true)
    expect(windowsOfCells(always)).toEqual([{ weekdays: [1, 2, 3, 4, 5, 6, 7], startHour: 0, endHour: 24 }])
  })
})
