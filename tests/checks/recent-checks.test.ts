import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecentCheck } from '../../server/checks/recent-checks.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { REMEMBERED_CHECKS } from '../../server/platform/access/remembered-checks.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 5, 1)

const square = (x: number, side = 100): RecentCheck => ({
  planar: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 0],
        [x + side, 0],
        [x + side, side],
        [x, side],
        [x, 0],
      ],
    ],
  },
  fromMinute: 0,
  toMinute: 60_000,
  ringMetres: [100, 250],
})

describe.each(databasesUnderTest)('checks of late on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db.close())

  const nearby = async (actor: string, check: RecentCheck, atMs: number) =>
    (await db.repositories.recentChecks.remember(actor, check, atMs)).nearby

  it('gives the same actor’s others nearby, whole, and never the same question', async () => {
    const remember = nearby
    expect(await remember('account/1', square(0), NOW)).toEqual([])
    expect(await remember('account/1', square(0), NOW)).toEqual([])
    expect(await remember('account/1', square(50), NOW)).toEqual([square(0)])
    expect(await remember('account/2', square(50), NOW)).toEqual([])
    expect(await remember('key/1', square(50), NOW)).toEqual([])
    expect(await remember('account/1', square(5000), NOW)).toEqual([])
  })

  it('of two at the same time lets at least one see the other', async () => {
    const remember = nearby
    const seen = await Promise.all([square(0), square(1)].map((check) => remember('account/3', check, NOW)))
    expect(seen.flat().length).toBeGreaterThan(0)
  })

  it('forgets after 30 days, and all but the newest of many', async () => {
    const remember = nearby
    await remember('account/4', square(0), NOW)
    expect(await remember('account/4', square(1), NOW + REMEMBERED_CHECKS.days * DAY_MS)).toHaveLength(1)
    expect(await remember('account/4', square(2), NOW + REMEMBERED_CHECKS.days * DAY_MS + 1)).toEqual([
      square(1),
    ])
    const later = NOW + 40 * DAY_MS
    const crowdedOut: number[] = []
    for (let k = 0; k < REMEMBERED_CHECKS.most + 3; k++) {
      const kept = await db.repositories.recentChecks.remember('account/5', square(k), later + k)
      crowdedOut.push(kept.crowdedOut)
    }
    expect(crowdedOut.slice(-5)).toEqual([0, 0, 1, 1, 1])
    expect(await remember('account/5', square(-1, 5000), later + 1e6)).toHaveLength(
      REMEMBERED_CHECKS.most - 1,
    )
  })
})
