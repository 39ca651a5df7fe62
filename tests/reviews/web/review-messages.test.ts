import { describe, expect, it } from 'vitest'
import { reviewEn } from '../../../web/reviews/messages-en.ts'
import { reviewSv } from '../../../web/reviews/messages-sv.ts'

/** All texts of a table; functions are called with letters in place of figures. */
function messagesOf(table: unknown): readonly string[] {
  if (typeof table === 'string') return [table]
  if (typeof table === 'function') return [String(table('A', 'B'))]
  return typeof table === 'object' && table !== null ? Object.values(table).flatMap(messagesOf) : []
}

describe('the messages of a review', () => {
  it('are complete and different in both languages', () => {
    const [swedish, english] = [messagesOf(reviewSv), messagesOf(reviewEn)]
    expect(english).toHaveLength(swedish.length)
    const long = swedish.filter((text) => text.includes(' ') && text.length > 20)
    expect(long.filter((text) => english.includes(text))).toEqual([])
    expect([...swedish, ...english].filter((text) => text.trim() === '')).toEqual([])
  })

  it('never speak of cause, danger by rank or hot spots', () => {
    const forbidden = /hot ?spot|no-go|på grund av|leder till|because of|led to|dangerous area/i
    expect([...messagesOf(reviewSv), ...messagesOf(reviewEn)].filter((text) => forbidden.test(text))).toEqual(
      [],
    )
  })
})
