import { describe, expect, it } from 'vitest'
import { audienceOfRole } from '../../server/platform/access/audience.ts'
import type { AuditNote } from '../../server/platform/audit/audit.ts'
import type { Caller } from '../../server/platform/access/caller.ts'
import type { RecentCheck } from '../../server/checks/recent-checks.ts'
import { createRepeatWatch } from '../../server/checks/repeat-watch.ts'
import { at, rectangle, STOCKHOLM } from './tiny-city.ts'

const somebody = (role: 'planner' | 'coordinator' | 'analyst'): Caller => ({
  audience: audienceOfRole(role),
  actor: { kind: 'account', accountId: 1, sessionId: 1, name: 'Vera', organisationId: null },
})
const check = (x: number): RecentCheck => ({
  planar: rectangle(x, 1000, 100, 100),
  fromMinute: at(2024, 1, 1, 0),
  toMinute: at(2025, 1, 1, 0),
  ringMetres: [100, 250],
})

/** A watch whose memory holds so many checks. */
function setUp(most = 10) {
  let kept: readonly RecentCheck[] = []
  const notes: AuditNote[] = []
  const watch = createRepeatWatch({
    recentChecks: {
      async remember(_actor, asked) {
        const nearby = kept
        const all = [...kept, asked]
        kept = all.slice(-most)
        return { nearby, crowdedOut: all.length - kept.length }
      },
    },
    trail: { record: async (_caller, note) => void notes.push(note) },
    clock: { nowMs: () => 0 },
    zone: STOCKHOLM,
    beforeWrite: () => {},
  })
  return { watch, notes }
}

describe('the watch over checks', () => {
  it.each(['planner', 'coordinator'] as const)(
    'tells a %s that he repeats himself, and the trail',
    async (role) => {
      const { watch, notes } = setUp()
      expect(await watch.watch(somebody(role), check(0))).toEqual([])
      expect(await watch.watch(somebody(role), check(500))).toEqual([])
      expect(notes).toEqual([])
      expect(await watch.watch(somebody(role), check(1))).toHaveLength(1)
      expect(notes).toMatchObject([{ kind: 'repeat', detail: { repeated: 1 } }])
    },
  )

  it('watches no analyst, to whom no difference tells what he does not see anyway', async () => {
    const { watch, notes } = setUp()
    await watch.watch(somebody('analyst'), check(0))
    expect(await watch.watch(somebody('analyst'), check(1))).toEqual([])
    expect(notes).toEqual([])
  })

  it('notes that it had to forget, so that many checks elsewhere hide no repeat', async () => {
    const { watch, notes } = setUp(2)
    for (const x of [0, 500, 1000]) expect(await watch.watch(somebody('planner'), check(x))).toEqual([])
    expect(notes).toMatchObject([{ kind: 'repeat', detail: { repeated: 0, forgotten: 1 } }])
  })
})
