import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditQuery, StoredAuditEvent } from '../../../server/platform/audit/audit.ts'
import { runScript } from '../../support/child-process.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'

const CHILD = new URL('../../support/children/half-a-change.ts', import.meta.url)

const EVERYTHING: AuditQuery = {
  kinds: null,
  actor: null,
  fromMs: null,
  toMs: null,
  before: null,
  limit: 100,
}

function event(change: Partial<StoredAuditEvent> = {}): Omit<StoredAuditEvent, 'id'> {
  return {
    at: '2026-03-01T12:00:00.000Z',
    kind: 'change',
    action: 'replaceCamera',
    subject: 'camera/5',
    actor: 'account/3',
    actorName: 'Ada Lind',
    sessionId: 8,
    detail: { revision: 2, note: 'å', ok: true, none: null },
    count: 1,
    ...change,
  }
}

describe.each(databasesUnderTest)('the audit log on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
    await db.repositories.audit.insert([
      event(),
      event({ kind: 'export', action: 'getHotspots', subject: null, at: '2026-03-02T12:00:00.000Z' }),
      event({ kind: 'key-use', actor: 'key/2', actorName: 'gateway', sessionId: null, count: 40 }),
      event({ kind: 'sign-in-failed', actor: 'anonymous', actorName: null, sessionId: null }),
    ])
  })
  afterAll(() => db?.close())

  const page = async (change: Partial<AuditQuery>) =>
    (await db.repositories.audit.page({ ...EVERYTHING, ...change })).map(({ kind }) => kind)

  it('returns the stored events, newest first', async () => {
    const events = await db.repositories.audit.page(EVERYTHING)
    expect(events.map(({ kind }) => kind)).toEqual(['sign-in-failed', 'key-use', 'export', 'change'])
    expect(events.at(-1)).toEqual({ id: 1, ...event() })
  })

  it('is filtered by kind, actor and time', async () => {
    expect(await page({ kinds: ['export', 'change'] })).toEqual(['export', 'change'])
    expect(await page({ actor: 'key/2' })).toEqual(['key-use'])
    expect(await page({ fromMs: Date.parse('2026-03-02T00:00:00Z') })).toEqual(['export'])
    const noon = Date.parse('2026-03-01T12:00:00Z')
    expect(await page({ fromMs: noon, toMs: noon })).toEqual([])
    expect(await page({ toMs: noon + 1 })).toEqual(['sign-in-failed', 'key-use', 'change'])
  })

  it('continues where a page ended, without gaps', async () => {
    const [first, second] = await db.repositories.audit.page({ ...EVERYTHING, limit: 2 })
    const rest = await db.repositories.audit.page({ ...EVERYTHING, before: second!.id })
    expect([first, second, ...rest].map((found) => found!.id)).toEqual([4, 3, 2, 1])
  })

  it.each([
    ['changed', "UPDATE audit_event SET actor = 'operator'"],
    ['deleted', 'DELETE FROM audit_event WHERE id = 1'],
    ['emptied', 'TRUNCATE audit_event'],
  ])('cannot be %s', async (_what, statement) => {
    await expect(db.knex.raw(statement)).rejects.toThrow(/refused: what was recorded stays/)
    expect(await db.repositories.audit.page(EVERYTHING)).toHaveLength(4)
  })

  it('refuses an event without a valid actor', async () => {
    const made = db.repositories.audit.insert([event({ actor: 'somebody' })])
    await expect(made).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('keeps an intent until it is settled, and settles a lost one once', async () => {
    const { audit } = db.repositories
    const { detail: _detail, count: _count, ...intent } = event({ kind: 'import', action: 'createImport' })
    const kinds: AuditQuery = { ...EVERYTHING, kinds: ['import'] }
    const [settled, forgotten] = [await audit.begin(intent), await audit.begin(intent)]
    await audit.insert([event({ kind: 'import' })], [settled])
    await audit.forget(forgotten)
    const atMs = Date.parse(intent.at)
    expect(await audit.settleLost(atMs + 1)).toBe(0)
    expect(await audit.page(kinds)).toHaveLength(1)

    await audit.begin(intent)
    expect(await audit.settleLost(atMs)).toBe(0)
    const found = await Promise.all([audit.settleLost(atMs + 1), audit.settleLost(atMs + 1)])
    expect(found.toSorted()).toEqual([0, 1])
    const [audited, ...others] = await audit.page(kinds)
    expect(audited).toMatchObject({ ...intent, detail: { outcome: 'unknown' }, count: 1 })
    expect(others).toHaveLength(1)
  })
})

const [postgis] = databasesUnderTest.filter(({ kind }) => kind === 'postgis')

describe.skipIf(postgis === undefined)(
  'a change whose process is killed (PostGIS; needs TEST_DATABASE_URL)',
  () => {
    it('is kept, and the audit log has its intent', async () => {
      const db = await postgis!.open()
      try {
        const child = runScript(CHILD, db.url!)
        for await (const line of child.lines) if (line === 'committed') break
        await child.kill()
        const { audit, people } = db.repositories
        expect(await people.organisations()).toMatchObject([{ name: 'Handlarna' }])
        expect(await audit.page(EVERYTHING)).toEqual([])
        expect(await audit.settleLost(Date.now() + 1)).toBe(1)
        expect(await audit.page(EVERYTHING)).toMatchObject([
          { action: 'createOrganisation', actor: 'operator', detail: { outcome: 'unknown' } },
        ])
      } finally {
        await db.close()
      }
    })
  },
)
