import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import { makeSnapshot } from '../../support/cities/make-snapshot.ts'
import { OPEN_SOURCE, releaseComputerOf, repeated, squareArea } from '../../support/cities/release-city.ts'
import { rowAt, smallCity, X, Y } from '../../support/cities/small-city.ts'

const TODAY = '2025-12-31T12:00:00Z'
const theft = rowAt({ at: [1000, 1000], day: '2024-02-10' })

describe('a release that is refused', () => {
  const computer = (snapshot: Snapshot, today = TODAY) => releaseComputerOf(snapshot, { today })

  it('is one of a period that ended less than sixty days ago', async () => {
    const early = computer(smallCity([]), '2025-11-29T12:00:00Z')
    await expect(early.preparePublic('2025-Q3', [], [])).rejects.toThrow(/over for 60 days/)
    await expect(
      computer(smallCity([]), '2025-11-30T12:00:00Z').preparePublic('2025-Q3', [], []),
    ).resolves.toBeDefined()
  })

  it('is a second one of a period, even of a withdrawn one', async () => {
    const { contents } = await computer(smallCity([])).preparePublic('2024-Q1', [], [])
    await expect(computer(smallCity([])).preparePublic('2024-Q1', [contents], [])).rejects.toThrow(
      /never computed again/,
    )
  })

  it('is one without a source that is open to the public and covers the whole period', async () => {
    const closed = smallCity([], { sources: [{ ...OPEN_SOURCE, audiences: ['analyst'] }] })
    await expect(computer(closed).preparePublic('2024-Q1', [], [])).rejects.toThrow(/open to the public/)
    const short = smallCity([], { sources: [{ ...OPEN_SOURCE, coversTo: '2024-03-30' }] })
    await expect(computer(short).preparePublic('2024-Q1', [], [])).rejects.toThrow(/covers all of 2024-Q1/)
  })

  it('is one without known residents', async () => {
    const areas = [squareArea(2, 'district', [X, Y, 2400, 2400])]
    const unpeopled = makeSnapshot({ rows: repeated(60, theft), layers: { sources: [OPEN_SOURCE], areas } })
    await expect(computer(unpeopled).preparePublic('2024-Q1', [], [])).rejects.toThrow(/2,000 residents/)
  })
})
