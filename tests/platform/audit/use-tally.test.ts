import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredAuditEvent } from '../../../server/platform/audit/audit.ts'
import { audienceOfRole } from '../../../server/platform/access/audience.ts'
import { type Principal, OPERATING } from '../../../server/platform/access/principal.ts'
import { SILENT } from '../../../server/platform/log.ts'
import { createUseTally } from '../../../server/platform/audit/use-tally.ts'

type Event = Omit<StoredAuditEvent, 'id'>

const NOON = Date.parse('2026-03-01T12:00:00.000Z')
const MINUTE = 60_000

/** The same session is another object each time that it is looked up. */
const session = (sessionId: number, accountId = 3): Principal => ({
  audience: audienceOfRole('analyst'),
  actor: { kind: 'account', accountId, sessionId, name: 'Ada Lind', organisationId: null },
})
const key = (keyId: number): Principal => ({
  audience: audienceOfRole('analyst'),
  actor: { kind: 'key', keyId, name: 'gateway' },
})

/** A tally whose database can become unavailable, with an adjustable clock. */
function openTally(limits: { readonly maxTallies?: number; readonly maxWaiting?: number } = {}) {
  const state = { nowMs: NOON, answers: true }
  const events: Event[] = []
  const touched: { readonly id: number; readonly at: string }[] = []
  const keep =
    <T>(into: T[]) =>
    async (rows: readonly T[]) => {
      if (!state.answers) throw new Error('The database does not answer.')
      into.push(...rows)
    }
  const tally = createUseTally({
    audit: { insert: keep(events) },
    keys: { touch: keep(touched) },
    clock: { nowMs: () => state.nowMs },
    log: SILENT,
    ...limits,
  })
  return { tally, state, events, touched }
}

describe('the tally of frequent reads', () => {
  it('counts by session, operation and five minutes', async () => {
    const { tally, state, events } = openTally()
    for (let n = 0; n < 40; n++) tally.read(session(8), 'points-read', 'getTile')
    tally.read(session(8), 'points-read', 'listIncidents')
    tally.read(session(9), 'points-read', 'getTile')
    tally.read(session(9), 'units-read', 'getTile')
    state.nowMs = NOON + 4 * MINUTE
    await tally.tick()
    expect(events).toEqual([])
    state.nowMs = NOON + 5 * MINUTE
    await tally.tick()
    expect(events.map((event) => [event.sessionId, event.action, event.count])).toEqual([
      [8, 'getTile', 40],
      [8, 'listIncidents', 1],
      [9, 'getTile', 1],
      [9, 'getTile', 1],
    ])
    expect(events.at(-1)).toMatchObject({ kind: 'units-read', subject: 'units' })
    expect(events[0]).toEqual({
      at: '2026-03-01T12:05:00.000Z',
      kind: 'points-read',
      action: 'getTile',
      subject: 'incidents',
      actor: 'account/3',
      actorName: 'Ada Lind',
      sessionId: 8,
      detail: { from: '2026-03-01T12:00:00.000Z', to: '2026-03-01T12:05:00.000Z' },
      count: 40,
    })
  })

  it('is written once, and not for anonymous callers', async () => {
    const { tally, events } = openTally()
    await tally.flush()
    tally.read(OPERATING, 'points-read', 'getTile')
    await Promise.all([tally.flush(), tally.flush(), tally.tick()])
    expect(events.map(({ actor, count }) => [actor, count])).toEqual([['operator', 1]])
  })

  it('writes last uses of keys at each tick, and counts after five minutes', async () => {
    const { tally, state, events, touched } = openTally()
    for (let n = 0; n < 7; n++) tally.called(key(2))
    tally.called(session(8))
    state.nowMs += MINUTE
    await tally.tick()
    await tally.tick()
    expect(touched).toEqual([{ id: 2, at: '2026-03-01T12:01:00.000Z' }])
    await tally.flush()
    expect(events.map(({ kind, subject, count }) => [kind, subject, count])).toEqual([
      ['key-use', 'key/2', 7],
    ])
  })

  it('waits while the database is unavailable, and refuses reads when too much waits', async () => {
    const { tally, state, events } = openTally({ maxWaiting: 2 })
    state.answers = false
    tally.read(session(1), 'points-read', 'getTile')
    await tally.flush()
    expect(tally.hasRoom()).toBe(true)
    tally.read(session(2), 'points-read', 'getTile')
    await tally.flush()
    expect(tally.hasRoom()).toBe(false)
    state.answers = true
    await tally.tick()
    expect(tally.hasRoom()).toBe(true)
    expect(events.map(({ sessionId }) => sessionId)).toEqual([1, 2])
  })

  it('ends its window early rather than count more sessions than it may hold', async () => {
    const { tally, events } = openTally({ maxTallies: 3 })
    for (let id = 1; id <= 7; id++) tally.read(session(id), 'points-read', 'getTile')
    await tally.tick()
    expect(events.map(({ sessionId }) => sessionId)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('continues when the clock is set back', async () => {
    const { tally, state, events } = openTally()
    tally.read(session(8), 'points-read', 'getTile')
    state.nowMs = NOON - 60 * MINUTE
    await tally.tick()
    expect(events).toHaveLength(1)
  })

  it('loses no read, whatever the order of reads, ticks and failures', async () => {
    const step = fc.oneof(
      fc.record({ read: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ passMs: fc.integer({ min: -MINUTE, max: 6 * MINUTE }) }),
      fc.record({ answers: fc.boolean() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { tally, state, events } = openTally({ maxTallies: 3 })
        let reads = 0
        for (const taken of steps) {
          if ('read' in taken) {
            tally.read(session(taken.read), 'points-read', 'getTile')
            reads++
          } else if ('passMs' in taken) {
            state.nowMs += taken.passMs
            await tally.tick()
          } else state.answers = taken.answers
        }
        state.answers = true
        await tally.flush()
        expect(events.reduce((sum, { count }) => sum + count, 0)).toBe(reads)
      }),
    )
  })
})
