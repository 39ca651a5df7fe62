import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from '../../../server/platform/http/fields/page.ts'

describe('a cursor', () => {
  it('encodes a position reversibly', () => {
    for (const position of [0, 1, 2 ** 31 - 1]) expect(decodeCursor(encodeCursor(position))).toBe(position)
  })

  it('that is invalid is refused: text, leading zeros, positions beyond the largest id', () => {
    const madeUp = ['p', 'p01', 'p-1', 'p1e3', `p${2 ** 31}`, 'p9999999999', 'q1', 'p1 ']
    for (const text of madeUp)
      expect(() => decodeCursor(Buffer.from(text).toString('base64url'))).toThrow('cursor')
  })
})
