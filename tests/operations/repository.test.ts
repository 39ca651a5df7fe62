import { beforeEach, describe, expect, it } from 'vitest'
import type { ErasureCounts } from '../../server/operations/erasure.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { SAMPLE_SOURCE } from '../support/sample-rows.ts'
import { DAY_MS, incidentOf, NOW } from './purge-rows.ts'
import type { HashedIncident } from '../../server/incidents/repository.ts'

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

  it('erases incidents past their source’s retention, counted from their end, and nothing else', async () => {
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

  it('counts the same rows in a dry run, and changes nothing', async () => {
    await db.repositories.incidents.insert([
      incidentOf('old', 101, { text: 'x' }),
      incidentOf('young', 95, { text: 'y' }),
    ])
    const counted = await db.repositories.erasures.count(NOW)
    expect(counted).toMatchObject({ incidents: 1, texts: 2 })
    expect(await db.repositories.erasures.count(NOW)).toEqual(counted)
    expect(await erase()).toMatchObject({ incidents: 1, texts: 1 })
  })

  it('reports each row to the feed’s readers, and makes those who missed it reload', async () => {
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
    await expect.poll(eraseNumbers, { timeout: 50_000 }).toBe(1)
    expect((await feed.poll(heard)).mustReload).toBe(false)
    expect((await feed.poll(position)).mustReload).toBe(true)
  })

  it('erases free text after ninety days without a new revision, and equal rows of a later file do not restore it', async () => {
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

  it('clears incidents retracted by a person after ninety days, and no later file restores them', async () => {
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

  it('erases one incident at once on request, and no later file restores it', async () => {
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

  it('erases incidents of an undone import after a month, and then the file may be imported again', async () => {
    const row = incidentOf('again', 1, { sourceId: 'kept' })
    const { id } = await importRows(db, [row])
    await db.repositories.imports.undo(id)
    await db.knex('import').update({ started_at: new Date(NOW) })
    await erase()
    expect(await erase(NOW + 31 * DAY_MS)).toMatchObject({ retracted: 1, rejects: 1, imports: 1 })
    expect(await db.repositories.imports.find(id)).toMatchObject({ fileName: '', rejected: 1 })
    expect(await importRows(db, [row])).toMatchObject({ accepted: 1 })
  })

  it('continues after an interruption', async () => {
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

async function importRows(db: TestDatabase, rows: readonly HashedIncident[]) {
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
