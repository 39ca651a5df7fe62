import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { RecentCheck } from '../../server/checks/recent-checks.ts'
import { nearlyRepeats } from '../../server/checks/near-repeat.ts'
import { at, rectangle, STOCKHOLM } from './tiny-city.ts'

const check = (planar: Polygon, more: Partial<RecentCheck> = {}): RecentCheck => ({
  planar,
  fromMinute: at(2024, 1, 1, 0),
  toMinute: at(2025, 1, 1, 0),
  ringMetres: [100, 250],
  ...more,
})
const BLOCK = rectangle(1000, 1000, 100, 100)
const years = (from: number, to: number) => ({ fromMinute: at(from, 1, 1, 0), toMinute: at(to, 1, 1, 0) })

describe('a check that nearly repeats another', () => {
  it.each([
    ['moved by half', check(rectangle(1050, 1000, 100, 100))],
    ['less one house', check(rectangle(1000, 1000, 100, 99))],
    ['a larger one round it', check(rectangle(900, 900, 400, 400))],
    ['a part of it', check(rectangle(1000, 1000, 50, 60))],
    ['one day longer', check(BLOCK, { toMinute: at(2025, 1, 2, 0) })],
    [
      'a year earlier and a day longer: each check tells of the year before too',
      check(BLOCK, { fromMinute: at(2023, 1, 1, 0), toMinute: at(2024, 1, 2, 0) }),
    ],
    ['a first ring of a metre more', check(BLOCK, { ringMetres: [101, 250] })],
    ['an outer ring of a metre less', check(BLOCK, { ringMetres: [100, 249] })],
    [
      'a footprint moved and another year that it tells of too',
      check(rectangle(1010, 1000, 100, 100), years(2025, 2026)),
    ],
  ])('is one %s', (_, other) => {
    expect(nearlyRepeats(check(BLOCK), other, STOCKHOLM)).toBe(true)
    expect(nearlyRepeats(other, check(BLOCK), STOCKHOLM)).toBe(true)
  })

  it.each([
    ['moved by more than half', check(rectangle(1051, 1000, 100, 100))],
    ['elsewhere', check(rectangle(3000, 1000, 100, 100))],
    ['of times that have nothing in common', check(rectangle(1010, 1000, 100, 100), years(2020, 2022))],
    ['of the year before, of which the first has told already', check(BLOCK, years(2023, 2024))],
    ['with another ring besides', check(BLOCK, { ringMetres: [50, 100, 250] })],
  ])('is not one %s', (_, other) => {
    expect(nearlyRepeats(check(BLOCK), other, STOCKHOLM)).toBe(false)
    expect(nearlyRepeats(other, check(BLOCK), STOCKHOLM)).toBe(false)
  })
})
