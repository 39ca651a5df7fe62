import { describe, expect, it } from 'vitest'
import { cityDay } from '../../web/app/today.ts'

describe('the day of the page', () => {
  it('is the city’s, whatever the reader’s time zone', () => {
    const lateInStockholm = new Date('2026-03-12T23:30:00Z')
    expect(cityDay(lateInStockholm, 'Europe/Stockholm')).toBe('2026-03-13')
    expect(cityDay(lateInStockholm, 'America/New_York')).toBe('2026-03-12')
  })
})
