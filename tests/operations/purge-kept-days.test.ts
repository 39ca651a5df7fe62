import { beforeEach, describe, expect, it } from 'vitest'
import { KEPT_DAYS } from '../../server/operations/erasure.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { SAMPLE_SOURCE } from '../support/sample-rows.ts'
import { DAY_MS, incidentOf, NOW } from './purge-rows.ts'

const RETENTION_DAYS = 100

describe.each(databasesUnderTest)('the day of erasure on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeEach(async () => {
    db = await open()
    return () => db.close()
  })
  const erase = () =>
    db.repositories.erasures.erase({
      asOfMs: NOW,
      nowMs: NOW,
      signal: new AbortController().signal,
      onStep: () => {},
    })
  /** A time an hour before and one an hour after what is kept for so many days is to go. */
  const round = (days: number) => [-1, 1].map((hours) => new Date(NOW - days * DAY_MS + hours * 3_600_000))

  it('is counted from the end of an incident, however long before it may have begun', async () => {
    await db.repositories.sources.save({ ...SAMPLE_SOURCE, retentionDays: RETENTION_DAYS })
    const [over, ending] = ['over', 'ending'].map((id, k) => {
      const row = incidentOf(id, RETENTION_DAYS + 1 - 2 * k)
      return { ...row, fromMinute: row.toMinute - 60 * 1440 }
    })
    const [gone, left] = await db.repositories.incidents.insert([over!, ending!])
    expect(await erase()).toMatchObject({ incidents: 1 })
    expect(await db.repositories.incidents.find(gone!)).toBeNull()
    expect(await db.repositories.incidents.find(left!)).not.toBeNull()
  })

  it('is two years after the end of an API key and after an audit event', async () => {
    const [ended, audited] = [round(KEPT_DAYS.keys), round(KEPT_DAYS.audit)]
    const later = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS)
    const keys = [
      ...ended.map((end) => ({ end, expires_at: end, revoked_at: null })),
      ...ended.map((end) => ({ end, expires_at: later(end, 300), revoked_at: end })),
    ]
    await db.knex('api_key').insert(
      keys.map(({ end, ...times }, k) => ({
        prefix: `PREFIX0${k}`,
        sha256: `${k}`.repeat(64),
        name: `key ${k}`,
        role: 'analyst',
        scopes: ['sources.read'],
        created_by: 'operator',
        created_at: later(end, -1),
        ...times,
      })),
    )
    await db.repositories.audit.insert(
      audited.map((at) => ({
        at: at.toISOString(),
        actor: 'operator',
        actorName: null,
        sessionId: null,
        count: 1,
        kind: 'change',
        action: 'createArea',
        subject: null,
        detail: {},
      })),
    )
    expect([KEPT_DAYS.keys, KEPT_DAYS.audit]).toEqual([730, 730])
    expect(await erase()).toMatchObject({ keys: 2, auditEvents: 1 })
    expect(await db.knex('api_key').orderBy('id').pluck('name')).toEqual(['key 1', 'key 3'])
  })
})
