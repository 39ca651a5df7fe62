import { describe, expect, it } from 'vitest'
import type { AuditNote, AuditIntentEvent, StoredAuditEvent } from '../../../server/platform/audit/audit.ts'
import { ANONYMOUS, OPERATING } from '../../../server/platform/access/principal.ts'
import { DomainError } from '../../../server/engine/errors.ts'
import { createAuditService } from '../../../server/platform/audit/audit-service.ts'

type Event = Omit<StoredAuditEvent, 'id'>

const NOTE: AuditNote = { kind: 'change', action: 'replaceCamera', subject: 'camera/5' }

/** An audit service whose database can become unavailable. */
function openAuditService(maxWaiting?: number) {
  const state = { answers: true, refuses: false, nowMs: 0, intent: 0 }
  const intent = new Map<number, AuditIntentEvent>()
  const events: Event[] = []
  const logged: object[] = []
  const auditLog = createAuditService({
    repository: {
      insert: async (rows, settled = []) => {
        if (!state.answers) throw new Error('The database does not answer.')
        if (state.refuses) throw new DomainError('unprocessable', 'The database does not take this value.')
        events.push(...rows)
        for (const id of settled) intent.delete(id)
      },
      begin: async (event) => {
        if (!state.answers) throw new Error('The database does not answer.')
        intent.set(++state.intent, event)
        return state.intent
      },
      forget: async (id) => void intent.delete(id),
      settleLost: async (beforeMs) => {
        const lost = [...intent].filter(([, { at }]) => Date.parse(at) < beforeMs)
        for (const [id, event] of lost) {
          intent.delete(id)
          events.push({ ...event, detail: { outcome: 'unknown' }, count: 1 })
        }
        return lost.length
      },
    },
    clock: { nowMs: () => state.nowMs },
    log: { info() {}, warn() {}, error: (fields) => void logged.push(fields) },
    ...(maxWaiting === undefined ? {} : { maxWaiting }),
  })
  return { auditLog, state, events, intent, logged }
}

describe('the audit log', () => {
  it('has stored an event once recording it resolves', async () => {
    const { auditLog, events } = openAuditService()
    await auditLog.record(ANONYMOUS, { ...NOTE, detail: { revision: 4 }, count: 2 })
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

  it('fails work whose event cannot be stored, reports that the work was done, and logs who did what', async () => {
    const { auditLog, state, logged } = openAuditService()
    state.answers = false
    await expect(auditLog.record(OPERATING, NOTE)).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.stringMatching(/^It was done/),
    })
    expect(logged).toEqual([
      expect.objectContaining({ action: 'replaceCamera', actor: 'operator', lost: false }),
    ])
  })

  it('lets no work begin while events wait, and stores those first, with their original time', async () => {
    const { auditLog, state, events } = openAuditService()
    await auditLog.assertKeeping()
    state.answers = false
    await auditLog.record(OPERATING, NOTE).catch(() => {})
    await expect(auditLog.assertKeeping()).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(events).toEqual([])
    state.answers = true
    state.nowMs = 60_000
    await auditLog.record(OPERATING, { ...NOTE, subject: 'camera/6' })
    expect(events.map(({ at, subject }) => [at, subject])).toEqual([
      ['1970-01-01T00:00:00.000Z', 'camera/5'],
      ['1970-01-01T00:01:00.000Z', 'camera/6'],
    ])
    await expect(auditLog.assertKeeping()).resolves.toBeUndefined()
  })

  it('stores each event once when several wait', async () => {
    const { auditLog, state, events } = openAuditService()
    state.answers = false
    await Promise.allSettled(
      [1, 2, 3].map((n) => auditLog.record(OPERATING, { ...NOTE, subject: `camera/${n}` })),
    )
    state.answers = true
    await Promise.all([auditLog.assertKeeping(), auditLog.assertKeeping(), auditLog.close()])
    expect(events).toHaveLength(3)
    expect(new Set(events.map(({ subject }) => subject))).toEqual(
      new Set(['camera/1', 'camera/2', 'camera/3']),
    )
  })

  it('drops an event that the database rejects for good', async () => {
    const { auditLog, state, logged } = openAuditService()
    state.refuses = true
    await expect(auditLog.record(OPERATING, NOTE)).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(logged).toEqual([expect.objectContaining({ action: 'replaceCamera', lost: true })])
    await expect(auditLog.assertKeeping()).resolves.toBeUndefined()
  })

  it('bounds the waiting events, and logs those that were lost', async () => {
    const { auditLog, state, events, logged } = openAuditService(1)
    state.answers = false
    for (let n = 0; n < 2; n++) await auditLog.record(OPERATING, NOTE).catch(() => {})
    expect(logged.map((fields) => (fields as { lost: boolean }).lost)).toEqual([false, true])
    state.answers = true
    await auditLog.close()
    expect(events).toHaveLength(1)
  })

  it('stores an intent before work, and deletes it when settled', async () => {
    const { auditLog, events, intent } = openAuditService()
    const made = await auditLog.begin(OPERATING, NOTE)
    expect([...intent.values()]).toMatchObject([{ ...NOTE, actor: 'operator' }])
    await made.done({ ...NOTE, detail: { revision: 2 } })
    const refused = await auditLog.begin(OPERATING, NOTE)
    await refused.refused()
    const broken = await auditLog.begin(OPERATING, NOTE)
    await broken.broke()
    expect(intent.size).toBe(0)
    expect(events.map(({ detail }) => detail)).toEqual([{ revision: 2 }, { outcome: 'unknown' }])
  })

  it('stores an unknown outcome for work of a dead process, for others only after a long time', async () => {
    const { auditLog, state, events, intent } = openAuditService()
    await auditLog.begin(OPERATING, NOTE)
    state.nowMs = 14 * 60_000
    await auditLog.settleLost(false)
    expect(events).toEqual([])
    state.nowMs = 16 * 60_000
    await auditLog.begin(OPERATING, NOTE)
    await auditLog.settleLost(false)
    expect(events).toMatchObject([
      { ...NOTE, at: '1970-01-01T00:00:00.000Z', detail: { outcome: 'unknown' } },
    ])
    await auditLog.settleLost(true)
    expect([events.length, intent.size]).toEqual([2, 0])
  })

  it('begins nothing without a stored intent, and keeps the intent of work whose event waits', async () => {
    const { auditLog, state, events, intent } = openAuditService()
    const work = await auditLog.begin(OPERATING, NOTE)
    state.answers = false
    await expect(auditLog.begin(OPERATING, NOTE)).rejects.toMatchObject({ code: 'database-unavailable' })
    await expect(work.done(NOTE)).rejects.toMatchObject({ message: expect.stringMatching(/^It was done/) })
    expect(intent.size).toBe(1)
    state.answers = true
    await auditLog.assertKeeping()
    expect([events.length, intent.size]).toEqual([1, 0])
  })
})
