import { describe, expect, it } from 'vitest'
import type { AuditNote, StoredAuditEvent } from '../../../server/domain/audit.ts'
import { ANONYMOUS, OPERATING } from '../../../server/domain/caller.ts'
import { DomainError } from '../../../server/domain/errors.ts'
import { createAuditTrail } from '../../../server/services/audit/audit-trail.ts'

type Event = Omit<StoredAuditEvent, 'id'>

const NOTE: AuditNote = { kind: 'change', action: 'replaceCamera', subject: 'camera/5' }

/** A trail over a database that can be taken away. */
function openTrail(mostWaiting?: number) {
  const state = { answers: true, refuses: false, nowMs: 0 }
  const events: Event[] = []
  const logged: object[] = []
  const trail = createAuditTrail({
    repository: {
      insert: async (rows) => {
        if (!state.answers) throw new Error('The database does not answer.')
        if (state.refuses) throw new DomainError('unprocessable', 'The database does not take this value.')
        events.push(...rows)
      },
    },
    clock: { nowMs: () => state.nowMs },
    log: { info() {}, warn() {}, error: (fields) => void logged.push(fields) },
    ...(mostWaiting === undefined ? {} : { mostWaiting }),
  })
  return { trail, state, events, logged }
}

describe('the trail', () => {
  it('has kept a note when it says so', async () => {
    const { trail, events } = openTrail()
    await trail.record(ANONYMOUS, { ...NOTE, detail: { revision: 4 }, count: 2 })
    expect(events).toEqual([
      {
        at: '1970-01-01T00:00:00.000Z',
        ...NOTE,
        actor: 'anonymous',
        actorName: null,
        sessionId: null,
        detail: { revision: 4 },
        count: 2,
      },
    ])
  })

  it('fails the work whose note cannot be kept, says that it was done, and logs who did what', async () => {
    const { trail, state, logged } = openTrail()
    state.answers = false
    await expect(trail.record(OPERATING, NOTE)).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.stringMatching(/^It was done/),
    })
    expect(logged).toEqual([
      expect.objectContaining({ action: 'replaceCamera', actor: 'operator', lost: false }),
    ])
  })

  it('lets nothing begin while notes wait, and keeps those first, with the time at which it was done', async () => {
    const { trail, state, events } = openTrail()
    await trail.assertKeeping()
    state.answers = false
    await trail.record(OPERATING, NOTE).catch(() => {})
    await expect(trail.assertKeeping()).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(events).toEqual([])
    state.answers = true
    state.nowMs = 60_000
    await trail.record(OPERATING, { ...NOTE, subject: 'camera/6' })
    expect(events.map(({ at, subject }) => [at, subject])).toEqual([
      ['1970-01-01T00:00:00.000Z', 'camera/5'],
      ['1970-01-01T00:01:00.000Z', 'camera/6'],
    ])
    await expect(trail.assertKeeping()).resolves.toBeUndefined()
  })

  it('keeps each note once when several wait for the same database', async () => {
    const { trail, state, events } = openTrail()
    state.answers = false
    await Promise.allSettled(
      [1, 2, 3].map((n) => trail.record(OPERATING, { ...NOTE, subject: `camera/${n}` })),
    )
    state.answers = true
    await Promise.all([trail.assertKeeping(), trail.assertKeeping(), trail.close()])
    expect(events).toHaveLength(3)
    expect(new Set(events.map(({ subject }) => subject))).toEqual(
      new Set(['camera/1', 'camera/2', 'camera/3']),
    )
  })

  it('does not wait with a note that the database will never take', async () => {
    const { trail, state, logged } = openTrail()
    state.refuses = true
    await expect(trail.record(OPERATING, NOTE)).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(logged).toEqual([expect.objectContaining({ action: 'replaceCamera', lost: true })])
    await expect(trail.assertKeeping()).resolves.toBeUndefined()
  })

  it('lets no more notes wait than it has room for, and says which were lost', async () => {
    const { trail, state, events, logged } = openTrail(1)
    state.answers = false
    for (let n = 0; n < 2; n++) await trail.record(OPERATING, NOTE).catch(() => {})
    expect(logged.map((fields) => (fields as { lost: boolean }).lost)).toEqual([false, true])
    state.answers = true
    await trail.close()
    expect(events).toHaveLength(1)
  })
})
