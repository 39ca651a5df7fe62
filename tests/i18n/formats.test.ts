import { describe, expect, it } from 'vitest'
import { createFormats } from '../../web/i18n/formats.ts'

/** A quarter of an hour past midnight in Stockholm is the evening before in UTC. */
const PAST_MIDNIGHT = '2026-10-23T22:15:00.000Z'

describe('days and moments', () => {
  it('are in the reader’s zone, as in printed documents of a city there', () => {
    const [swedish, english] = [
      createFormats('sv', 'Europe/Stockholm'),
      createFormats('en', 'Europe/Stockholm'),
    ]
    expect(swedish.date(PAST_MIDNIGHT)).toBe('24 oktober 2026')
    expect(english.date(PAST_MIDNIGHT)).toBe('24 October 2026')
    expect(english.shortDate(PAST_MIDNIGHT)).toBe('24 Oct 2026')
    expect(english.moment(PAST_MIDNIGHT)).toBe('24 Oct 2026, 00:15')
    expect(createFormats('en', 'UTC').date(PAST_MIDNIGHT)).toBe('23 October 2026')
  })

  it('of the calendar are the same everywhere', () => {
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles'])
      expect(createFormats('en', zone).date('2026-10-23')).toBe('23 October 2026')
  })
})
