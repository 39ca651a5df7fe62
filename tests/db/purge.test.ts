import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contentHash } from '../../server/domain/content-hash.ts'
import type { ErasureCounts } from '../../server/domain/erasure.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'
import { coordinateBytes, leftovers, type Markers } from './leftovers.ts'

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-03-01T12:00:00Z')
const minuteOf = (ms: number) => Math.floor(ms / 60_000)

/** An incident that was over so many days before NOW. */
const incidentOf = (externalId: string, daysAgo: number, more = {}) => {
  const at = minuteOf(NOW - daysAgo * DAY_MS)
  return sampleIncident({ externalId, fromMinute: at, toMinute: at, ...more })
}

describe.each(databasesUnderTest)('the purge on the $kind database', ({ open }) => {
  let db: TestDatabase
  const erase = (asOfMs = NOW, nowMs = asOfMs): Promise<ErasureCounts> =>
    db.repositories.erasures.erase({
      asOfMs,
      nowMs,
      signal: new AbortController().signal,
      onStep: () => {},
    })
  beforeEach(async () => {
    db = await open()
    const { sources } = db.repositories
    await sources.save({ ...SAMPLE_SOURCE, retentionDays: 100 })
    await sources.save({ ...SAMPLE_SOURCE, id: 'kept', retentionDays: null })
    return () => db.close()
  })

  it('erases what is past the retention of its source, counted from when it was over, and nothing else', async () => {
    const { incidents } = db.repositories
    const [old, young, kept] = await incidents.insert([
      incidentOf('old', 101),
      incidentOf('young', 99),
      incidentOf('kept', 9999, { sourceId: 'kept' }),
    ])
    expect(await erase()).toMatchObject({ incidents: 1, revisions: 0 })
    expect(await incidents.find(old!)).toBeNull()
    expect(await incidents.revisions(old!)).toEqual([])
    expect(await incidents.find(young!)).not.toBeNull()
    expect(await incidents.find(kept!)).not.toBeNull()
  })

  it('counts the same first when it is only tried out, and changes nothing then', async () => {
    await db.repositories.incidents.insert([
      incidentOf('old', 101, { text: 'x' }),
      incidentOf('young', 95, { text: 'y' }),
    ])
    const counted = await db.repositories.erasures.count(NOW)
    expect(counted).toMatchObject({ incidents: 1, texts: 2 })
    expect(await db.repositories.erasures.count(NOW)).toEqual(counted)
    expect(await erase()).toMatchObject({ incidents: 1, texts: 1 })
  })

  it('tells the readers of the feed of each row, and has those who missed it read everything again', async () => {
    const { feed, incidents } = db.repositories
    const [id] = await incidents.insert([incidentOf('old', 101)])
    const position = await feed.load(() => {})
    await erase()
    const poll = await feed.poll(position)
    expect(poll.incidents.flatMap((batch) => [...batch.id].map((n, row) => [n, batch.live[row]]))).toEqual([
      [id, 0],
    ])
    expect(poll.mustReload).toBe(false)
    // Transactions of other databases hold the cluster's oldest one back.
    let heard = poll.position
    const eraseNumbers = async () => {
      heard = (await feed.poll(heard)).position
      return (await erase(NOW + 2 * DAY_MS)).numbers
    }
    await expect.poll(eraseNumbers, { timeout: 20_000 }).toBe(1)
    expect((await feed.poll(heard)).mustReload).toBe(false)
    expect((await feed.poll(position)).mustReload).toBe(true)
  })

  it('takes free text after ninety days without a new revision, and equal rows of a later file do not bring it back', async () => {
    const { incidents, feed } = db.repositories
    const row = incidentOf('told', 91, { text: 'Vittnet heter Kim' })
    const [id] = await incidents.insert([row])
    const position = await feed.load(() => {})
    expect(await erase()).toMatchObject({ texts: 1, incidents: 0 })
    expect(await incidents.find(id!)).toMatchObject({ text: null, revision: 1 })
    expect((await feed.poll(position)).changed).toBe(0)
    const status = await importRows(db, [row])
    expect(status).toMatchObject({ accepted: 0, duplicates: 1 })
    expect(await incidents.find(id!)).toMatchObject({ text: null })
  })

  it('empties what a person has retracted after ninety days, and no later file brings it back', async () => {
    const { incidents } = db.repositories
    const row = incidentOf('mistaken', 1, { sourceId: 'kept' })
    const [id] = await incidents.insert([row])
    await incidents.retract(id!, null, 'Fel person')
    await erase()
    expect(await erase(NOW + 89 * DAY_MS)).toMatchObject({ retracted: 0 })
    expect(await erase(NOW + 91 * DAY_MS)).toMatchObject({ retracted: 1 })
    expect(await incidents.find(id!)).toBeNull()
    expect(await importRows(db, [row])).toMatchObject({ accepted: 0, duplicates: 1 })
  })

  it('destroys one incident at once where it is asked to, and no later file brings it back', async () => {
    const { incidents, erasures, feed } = db.repositories
    const row = incidentOf('asked', 1, { sourceId: 'kept', text: 'x' })
    const [id] = await incidents.insert([row])
    const position = await feed.load(() => {})
    await erasures.eraseIncident(id!)
    expect(await incidents.find(id!)).toBeNull()
    expect((await feed.poll(position)).incidents[0]!.live[0]).toBe(0)
    expect(await importRows(db, [row])).toMatchObject({ accepted: 0, duplicates: 1 })
    await expect(erasures.eraseIncident(id!)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('erases what came by an undone import a month later, and then the file may come again', async () => {
    const row = incidentOf('again', 1, { sourceId: 'kept' })
    const { id } = await importRows(db, [row])
    await db.repositories.imports.undo(id)
    await db.knex('import').update({ started_at: new Date(NOW) })
    await erase()
    expect(await erase(NOW + 31 * DAY_MS)).toMatchObject({ retracted: 1, rejects: 1, imports: 1 })
    expect(await db.repositories.imports.find(id)).toMatchObject({ fileName: '', rejected: 1 })
    expect(await importRows(db, [row])).toMatchObject({ accepted: 1 })
  })

  it('goes on where it was given up', async () => {
    const rows = Array.from({ length: 5_200 }, (_, n) => incidentOf(`n${n}`, 200))
    await importRows(db, rows)
    const control = new AbortController()
    const steps: number[] = []
    const given = db.repositories.erasures.erase({
      asOfMs: NOW,
      nowMs: NOW,
      signal: control.signal,
      onStep: (_, count) => {
        steps.push(count)
        control.abort(new Error('enough'))
      },
    })
    await expect(given).rejects.toThrow('enough')
    expect(steps).toEqual([5000])
    expect(await erase()).toMatchObject({ incidents: 200 })
  })
})

describe.each(databasesUnderTest)('what remains after a purge on the $kind database', ({ open }) => {
  const X = 674_321.23
  const Y = 6_580_123.47
  const markers: Markers = {
    text: Buffer.from('Mörk Jacka Vid Kiosken'),
    corrected: Buffer.from('Röd Mössa Vid Porten'),
    reason: Buffer.from('Anmälaren ångrade sig 4711'),
    id: Buffer.from('K-4711-åttaåtta'),
    reject: Buffer.from('trasig rad om Kim K'),
    original: Buffer.from('ursprungsrad 4711'),
    mapping: Buffer.from('Misshandel Kim K'),
    fileName: Buffer.from('utdrag-kim.csv'),
    easting: coordinateBytes(X),
    northing: coordinateBytes(Y),
    session: Buffer.from('sessionssessionssessionssessionssessionsses'),
    audited: Buffer.from('granskad-4711'),
  }
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
    await plant(db, { x: X, y: Y }, markers)
  })
  afterAll(() => db?.close())

  it('was all there before', async () => {
    const found = await leftovers(db, markers)
    for (const name of Object.keys(markers).filter((marker) => marker !== 'original'))
      expect(
        found.filter((line) => line.includes(`: ${name}`)),
        name,
      ).not.toEqual([])
  })

  it('is nothing: not in a table, an index, a data file or a dump', async () => {
    const later = NOW + 3000 * DAY_MS
    for (const nowMs of [NOW, NOW + DAY_MS, NOW + 2 * DAY_MS])
      await db.repositories.erasures.erase({
        asOfMs: later,
        nowMs,
        signal: new AbortController().signal,
        onStep: () => {},
      })
    expect(await db.knex('incident')).toEqual([])
    await db.repositories.erasures.reclaim('reuse')
    expect(await db.repositories.erasures.reclaim('rewrite')).toEqual([])
    expect(await leftovers(db, markers)).toEqual([])
  })
})

async function importRows(db: TestDatabase, rows: readonly ReturnType<typeof sampleIncident>[]) {
  const stage = await db.repositories.imports.begin({
    sourceId: rows[0]!.sourceId,
    fileName: 'fil.csv',
    mapping: { some: 'thing' },
    sha256: null,
    bytesTotal: null,
  })
  await stage.write(rows.map((row, at) => ({ ...row, line: at + 2, original: 'rad' })))
  await stage.reject([
    { line: rows.length + 2, column: null, reason: 'no-time', detail: 'no time', text: 'rad' },
  ])
  return stage.merge(rows.length + 1)
}

/** Puts every marker where the product would put it. */
async function plant(db: TestDatabase, { x, y }: { x: number; y: number }, markers: Markers): Promise<void> {
  const say = (name: string) => markers[name]!.toString()
  const { incidents, imports, sources } = db.repositories
  await sources.save({ ...SAMPLE_SOURCE, retentionDays: 100 })
  const content = incidentOf(say('id'), 5, {
    xCm: Math.round(x * 100),
    yCm: Math.round(y * 100),
    text: say('text'),
  })
  const stage = await imports.begin({
    sourceId: content.sourceId,
    fileName: say('fileName'),
    mapping: { categories: { [say('mapping')]: 'violence' } },
    sha256: null,
    bytesTotal: null,
  })
  await stage.write([{ ...content, line: 2, original: say('original') }])
  await stage.reject([{ line: 3, column: null, reason: 'no-time', detail: 'no time', text: say('reject') }])
  await stage.merge(2)
  await db.knex('import').update({ started_at: new Date(NOW) })
  const id = (await db.knex('incident').first('id')).id as number
  const corrected = { ...content, text: say('corrected'), line: 0 }
  await incidents.update(id, 1, { ...corrected, contentHash: contentHash(corrected) })
  await incidents.retract(id, null, say('reason'))
  await db.knex.raw('ANALYZE')
  const [user] = await db
    .knex('app_user')
    .insert({ email: 'a@b.se', name: 'A', role: 'analyst', created_at: new Date(NOW) })
    .returning('id')
  const session = {
    token_hash: say('session'),
    created_at: new Date(NOW - DAY_MS),
    last_used_at: new Date(NOW),
  }
  await db.knex('session').insert({ ...session, user_id: user.id, expires_at: new Date(NOW) })
  const event = { at: new Date(NOW), kind: 'change', action: 'x', actor: 'operator', detail: {}, count: 1 }
  await db.knex('audit_event').insert({ ...event, subject: say('audited') })
}
