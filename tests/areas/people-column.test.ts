import { describe, expect, it } from 'vitest'
import { readPeople } from '../../server/areas/people-column.ts'

const numbersOf = (...values: unknown[]) => {
  const column = readPeople(values)
  return 'rule' in column ? `${column.index}: ${column.rule.en}` : column.numbers
}

describe('a column of residents', () => {
  it.each<[string, unknown[], readonly (number | null)[] | RegExp]>([
    ['thousands parted by points', ['1.234', '987'], [1234, 987]],
    ['thousands parted by commas', ['1,234', '2,345,678'], [1234, 2_345_678]],
    [
      'thousands parted by blanks of every kind',
      ['1 234', '1\u00a0234', '1\u202f234', '1\u2009234'],
      [1234, 1234, 1234, 1234],
    ],
    ['points and commas, the last of which parts decimals', ['1.234,5', '987,25'], [1234.5, 987.25]],
    ['commas that part decimals in one row part them in all', ['1,25', '12,5'], [1.25, 12.5]],
    ['three figures behind a mark that parts decimals elsewhere', ['12.5', '1.234'], /1: may be thousands/],
    ['numbers as they are', [1234, 0, 12.5], [1234, 0, 12.5]],
    ['blanks', ['', null, undefined, ' '], [null, null, null, null]],
    ['hexadecimal', ['0x10', '5'], /0: is no number of people/],
    ['exponents', ['5', '1e3'], /1: is no number of people/],
    ['less than nobody', ['-5'], /0: is no number of people/],
    ['a word', ['many'], /0: is no number of people/],
    [
      'numbers that were thousands before a program took them for decimals',
      [1.234, 987],
      /0: may be thousands/,
    ],
  ])('is read by all of its values together: %s', (_, values, expected) => {
    const found = numbersOf(...values)
    if (expected instanceof RegExp) expect(found).toMatch(expected)
    else expect(found).toEqual(expected)
  })

  it('gives a notice when its thousands could be decimals', () => {
    expect(readPeople(['987', '1.234'])).toMatchObject({
      notice: { en: 'read with thousands parted: 1.234 as 1234' },
    })
    expect(readPeople(['987', '1234'])).toMatchObject({ notice: null })
  })
})
