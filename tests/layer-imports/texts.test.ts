import { describe, expect, it } from 'vitest'
import { readBearing } from '../../server/layer-imports/texts/read-bearing.ts'
import { readMeasure, readMoney } from '../../server/layer-imports/texts/read-measure.ts'
import { readSchedule } from '../../server/layer-imports/texts/read-schedule.ts'
import { statusOf } from '../../server/layer-imports/texts/status-words.ts'

describe('a bearing', () => {
  it.each([
    ['0', 0],
    ['182,5°', 182.5],
    ['45.125', 45.125],
    ['N', 0],
    ['NO', 45],
    ['nordost', 45],
    ['O', 90],
    ['Öst', 90],
    ['E', 90],
    ['sso', 157.5],
    ['SV', 225],
    ['south-west', 225],
    ['NNW', 337.5],
    ['runtom', null],
    ['360', null],
  ])('is read from %s', (text, degrees) => expect(readBearing(text)).toBe(degrees))

  it('is not read from a word that is no direction', () =>
    expect(readBearing('uppåt')).toMatch(/is no bearing/))
})

describe('a measure', () => {
  it.each([
    ['70', 70],
    ['70 m', 70],
    ['45,5 meter', 45.5],
    ['30 dagar', 30],
    ['1 200', 1200],
    ['1.234.567', 1_234_567],
  ])('is read from %s', (text, number) => expect(readMeasure(text)).toBe(number))

  it.each(['', 'många', '7 km', '1-2'])('is not read from %j', (text) =>
    expect(readMeasure(text)).toBe('is no number'),
  )
})

describe('an amount', () => {
  it.each([
    ['84000000', 84_000_000],
    ['84 000 000 kr', 84_000_000],
    ['84,5 Mkr', 84_500_000],
    ['250 tkr', 250_000],
  ])('is read from %s', (text, kronor) => expect(readMoney(text)).toBe(kronor))

  it('is refused when thousands and decimals cannot be distinguished', () =>
    expect(readMoney('84.500')).toMatch(/thousands or decimals/))
})

describe('a schedule', () => {
  const window = (weekdays: readonly number[], startHour: number, endHour: number) => ({
    weekdays,
    startHour,
    endHour,
  })
  it.each([
    ['fre–lör 21–04', [window([5, 6], 21, 4)]],
    ['fredag-lördag kl 21-04', [window([5, 6], 21, 4)]],
    [
      'mån–tor 14–23, fre–lör 14–02; sön 14:00–22:00',
      [window([1, 2, 3, 4], 14, 23), window([5, 6], 14, 2), window([7], 14, 22)],
    ],
    ['Fri, Sat 21-04', [window([5, 6], 21, 4)]],
    ['lör–mån 22-06', [window([1, 6, 7], 22, 6)]],
    ['vardagar 8-17', [window([1, 2, 3, 4, 5], 8, 17)]],
    ['dagligen 15–24', [window([1, 2, 3, 4, 5, 6, 7], 15, 24)]],
    ['18-00', [window([1, 2, 3, 4, 5, 6, 7], 18, 24)]],
    ['dygnet runt', [window([1, 2, 3, 4, 5, 6, 7], 0, 24)]],
    ['[{"weekdays":[5],"startHour":21,"endHour":4}]', [window([5], 21, 4)]],
  ])('is read from %s', (text, windows) => expect(readSchedule(text)).toEqual(windows))

  it.each(['vid behov', 'fre 21:30-04', 'fre-xyz 21-04', '[{', 'fre'])('is not made of %s', (text) =>
    expect(readSchedule(text)).toMatch(/is no schedule/),
  )
})

describe('a status', () => {
  it.each([
    ['I drift', 'active'],
    ['PLANERAD', 'planned'],
    ['Nedmonterad', 'removed'],
    ['out_of_service', 'removed'],
    ['okänd', null],
  ])('that is written %s means %s', (text, status) => expect(statusOf(text)).toBe(status))
})
