import { describe, expect, it } from 'vitest'
import { readCoordinate } from '../../server/formats/positions/coordinate-text.ts'

const degrees = (text: string, part: 'x' | 'y') =>
  readCoordinate(text, { decimal: '.', inDegrees: true }, part)
const metres = (text: string, decimal: '.' | ',' = '.') =>
  readCoordinate(text, { decimal, inDegrees: false }, 'x')

describe('a coordinate in degrees', () => {
  it.each([
    `59°19'57.0"N`,
    `59° 19' 57.0" N`,
    `59°19′57″N`,
    `59º19’57”N`,
    `59˚19'57''N`,
    '59 19 57 N',
    '59 19 57',
    '59:19:57',
    '59-19-57N',
    `N59°19.95'`,
    'N 59° 19.950',
    "59°19.95' N",
    '59 19.95',
    '59.3325°N',
    '59.3325 N',
    '59,3325° N',
    '59.3325°',
    `59°19'57,0"N`,
    '59d19m57sN',
    '59 deg 19 min 57 sec north',
    '59° 19´ 57´´ nord',
    '591957N',
    '+59.3325',
  ])('%s is 59.3325', (text) => {
    expect(degrees(text, 'y')).toBeCloseTo(59.3325, 9)
  })

  it.each([
    [`18°3'54"E`, 18.065],
    [`18°3'54"Ö`, 18.065],
    ['18.065° öst', 18.065],
    ['0180354E', 18.065],
    ['E018° 03.900', 18.065],
    [`0°7'39"W`, -0.1275],
    ['0 7 39 V', -0.1275],
    ['-0°7\'39"', -0.1275],
    ['−0.1275', -0.1275],
    ['0.1275° väst', -0.1275],
  ])('%s is %d', (text, value) => {
    expect(degrees(text, 'x')).toBeCloseTo(value, 9)
  })

  it.each([
    [`59°61'0"N`, 'y', 'bad-position', 'not a number'],
    [`59°19.5'30"N`, 'y', 'bad-position', 'not a number'],
    [`N59°19'57"N`, 'y', 'bad-position', 'not a number'],
    ['-0.12W', 'x', 'bad-position', 'not a number'],
    [`4°29'O`, 'x', 'bad-position', 'the letter O'],
    ['59.33N', 'x', 'swapped-axes', 'is a latitude'],
    ['18.06E', 'y', 'swapped-axes', 'is a longitude'],
    ['59 19 57 12', 'y', 'bad-position', 'not a number'],
    ['59,3325', 'y', 'bad-position', 'csv.decimal'],
    ['torget', 'y', 'bad-position', 'not a number'],
  ] as const)('%s as %s is %s', (text, part, reason, detail) => {
    expect(degrees(text, part)).toMatchObject({ reason, detail: expect.stringContaining(detail) })
  })
})

describe('a coordinate in metres', () => {
  it.each([
    ['673158.07', '.'],
    ['673158,07', ','],
    ['673 158,07', ','],
    ['673\u00a0158,07', ','],
    ['673\u202f158,07', ','],
    ['673\u2009158.07', '.'],
    ["673'158.07", '.'],
    ['673’158.07', '.'],
    ['673.158,07', ','],
    ['673,158.07', '.'],
    ['673158.07 m', '.'],
    ['673 158,07 m', ','],
  ] as const)('%s is 673158.07, the decimal sign being %s', (text, decimal) => {
    expect(metres(text, decimal)).toBeCloseTo(673_158.07, 6)
  })

  it('takes several groups of thousands', () => {
    expect(metres('6\u00a0580\u00a0664,97', ',')).toBeCloseTo(6_580_664.97, 6)
    expect(metres('6,580,664.97')).toBeCloseTo(6_580_664.97, 6)
  })

  it('says how a decimal comma behind parted thousands is read', () => {
    expect(metres('673 158,07')).toMatchObject({ detail: expect.stringContaining('csv.decimal') })
  })

  it.each(['67 3158', '6 58', '673158,07', '1,23,456', `18°3'54"E`])('%s is no number', (text) => {
    expect(metres(text)).toMatchObject({ reason: 'bad-position' })
  })
})
