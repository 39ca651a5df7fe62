import { describe, expect, it } from 'vitest'
import { findPersonalData } from '../../../server/platform/personal-data/find-personal-data.ts'

const kindOf = (text: string) => findPersonalData(text)?.kind ?? null

describe('data on persons', () => {
  // 19 121212-1212 (Tolvan Tolvansson) and 850709-9805 are the tax agency's examples.
  it.each([
    '121212-1212',
    '1212121212',
    '19121212-1212',
    '191212121212',
    '121212+1212',
    '121212 1212',
    '121212 - 1212',
    '12 12 12 12 12',
    '1912 12 12 1212',
    '1912-12-12-1212',
    '12.12.12-1212',
    '121212–1212',
    '121212−1212',
    '1 2 1 2 1 2 1 2 1 2',
    '１２１２１２－１２１２',
    '1212\u200b12-1212',
    'Såg 850709-9805 vid porten',
    'pnr850709-9805.',
    // Coordination numbers: 60 is added to the day.
    '701063-2391',
    '19701063 2391',
  ])('that are identity numbers are found: %s', (text) => {
    expect(kindOf(text)).toBe('identity-number')
  })

  it.each([
    'ABC123',
    'abc123',
    'ABC 123',
    'ABC-123',
    'ABC12D',
    'abc12d',
    'ABC 12D',
    'bil XYZ 987!',
    'xkz 123',
  ])('that are registration plates are found: %s', (text) => {
    expect(kindOf(text)).toBe('plate')
  })

  it.each([
    '070-123 45 67',
    '0701234567',
    '070 123 45 67',
    '070/1234567',
    '08-12 34 56',
    '08-123 456 78',
    '(08) 123 45 67',
    '0123-456 78',
    '+46 70 123 45 67',
    '+46701234567',
    '+46 (0)70-123 45 67',
    '0046701234567',
    '+47 22 12 34 56',
  ])('that are phone numbers are found: %s', (text) => {
    expect(kindOf(text)).toBe('phone')
  })

  it.each([
    'anna@example.se',
    'Anna.B+x@mail.example.com',
    'anna (at) example.se',
    'anna @ example.se',
    'å@ö.se',
  ])('that are e-mail addresses are found: %s', (text) => {
    expect(kindOf(text)).toBe('email')
  })

  it.each([
    'Lampan vid Storgatan 14 är trasig',
    'Kungsgatan 121, port 12',
    'Buss 179 och buss 4',
    'Linje 172 mot stationen',
    'Det kostar 12 500 kronor',
    'Skada för 1 250 000 kr',
    'och 150 personer till',
    'för 200 kr, hus 123',
    'Hus 12A',
    '2026-03-12 kl 21:30',
    '12/3 2026 21.30',
    'mellan 0830-0915 och 2030-2145',
    'kl 08.30-09.15',
    '20 till 23 på fredagar',
    'postnummer 123 45',
    'Ring 112 eller 114 14',
    '0,5 km bort, 30 m in',
    '121212-1213',
    '851309-9805',
    '850732-9805',
    'IQV123 AB123 ABCD123 ABC1234',
    'ÅBC123',
    'grupp @ torget',
    'stolpe 4410 och 4412',
    'ärende 2026/1234',
    '59.3325 18.0650',
  ])('are not found in other texts: %s', (text) => {
    expect(findPersonalData(text)).toBeNull()
  })
})
