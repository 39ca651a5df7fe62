import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentHash } from '../../server/engine/hashes/content-hash.ts'
import type { IncidentContent } from '../../server/engine/snapshot/incident.ts'
import { EVERY_INCIDENT, SAMPLE_SOURCE } from '../support/sample-rows.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import type { ImportStage, StagedIncident } from '../../server/import/repository.ts'

const reason = (en: string) => ({ sv: `${en} (sv)`, en })
const SOURCE = { ...SAMPLE_SOURCE, id: 'est', retentionDays: null }

function staged(n: number, changes: Partial<IncidentContent> = {}): StagedIncident {
  const content: IncidentContent = {
    sourceId: 'est',
    externalId: `id-${n}`,
    xCm: 67_400_000 + n,
    yCm: -12_345_679,
    fromMinute: -60,
    toMinute: 0,
    reportedMinute: n % 2 === 0 ? null : 1_000_000,
    categoryIndex: n % 17,
    flags: n % 16,
    settingCode: n % 4,
    precisionCode: n % 6,
    weight: 1 + (n % 1000),
    text: n % 3 === 0 ? null : `åäö "quoted", tab\t${n} 🚲`,
    ...changes,
  }
  return { ...content, contentHash: contentHash(content), line: n + 2, original: `row ${n}` }
}

describe.each(databasesUnderTest)('imports in the $kind database', (kind) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await kind.open()
    await database.repositories.sources.save(SOURCE)
  })
  afterEach(() => database.close())

  const begin = (): Promise<ImportStage> =>
    database.repositories.imports.begin({
      sourceId: 'est',
      fileName: 'a.csv',
      mapping: {},
      sha256: null,
      bytesTotal: 100,
    })
  const incidents = async () => Number((await database.knex('incident').count('* as n'))[0]!.n)

  it('stay done when they are aborted after their merge', async () => {
    const stage = await begin()
    await stage.write([staged(0)])
    await stage.merge(1)
    expect(await stage.abort(reason('The connection was lost.'))).toMatchObject({
      state: 'done',
      error: null,
    })
    expect((await database.repositories.imports.undo(stage.importId)).state).toBe('undone')
  })

  // Only where every session is the import's own can its tables be in the way.
  if (kind.kind === 'embedded') {
    it('that cannot begin are marked as failed, and leave nothing', async () => {
      await database.knex.raw('CREATE TEMP TABLE import_stage_1 ()')
      await expect(begin()).rejects.toThrow()
      expect(await database.repositories.imports.list(10, null)).toMatchObject([{ id: 1, state: 'failed' }])
      const stage = await begin()
      expect((await stage.merge(0)).state).toBe('done')
    })
  }

  it('store rows as they were staged, to the last character and centimetre', async () => {
    const stage = await begin()
    const rows = Array.from({ length: 60 }, (_, n) => staged(n))
    await stage.write(rows.slice(0, 25))
    await stage.write(rows.slice(25))
    await stage.merge(60)
    const stored = await database.repositories.incidents.page(EVERY_INCIDENT)
    for (const [n, incident] of stored.entries()) {
      const { line, original, ...content } = rows[n]!
      expect(incident).toMatchObject(content)
      expect([line, original, incident.importId]).toEqual([n + 2, `row ${n}`, stage.importId])
      expect(contentHash(incident)).toBe(incident.contentHash)
    }
    expect(stored).toHaveLength(60)
  })

  it('show nothing of a file before its merge, and its progress meanwhile', async () => {
    const stage = await begin()
    await stage.write([staged(1)])
    await stage.reject([{ line: 3, column: 'x', reason: 'no-position', detail: 'blank', text: 'a,b' }])
    await stage.progress(50, 2)
    expect(await incidents()).toBe(0)
    const { imports } = database.repositories
    expect(await imports.rejects(stage.importId, 0, 10)).toEqual([])
    expect(await imports.find(stage.importId)).toMatchObject({ state: 'reading', bytesRead: 50, rowsRead: 2 })
    expect(await stage.merge(2)).toMatchObject({ state: 'done', accepted: 1, rejected: 1, duplicates: 0 })
    expect(await imports.rejects(stage.importId, 0, 10)).toEqual([
      { line: 3, column: 'x', reason: 'no-position', detail: 'blank', text: 'a,b' },
    ])
  })

  it('leave nothing behind when they are aborted', async () => {
    const stage = await begin()
    await stage.write([staged(1)])
    await stage.reject([{ line: 3, column: 'x', reason: 'no-position', detail: 'blank', text: 'a,b' }])
    const status = await stage.abort(reason('the file is at fault'))
    expect(status).toMatchObject({ state: 'failed', error: reason('the file is at fault'), accepted: 0 })
    expect(await incidents()).toBe(0)
    expect(await database.repositories.imports.rejects(stage.importId, 0, 10)).toEqual([])
  })

  it('leave nothing behind when a row breaks a rule of the database in the middle of the merge', async () => {
    const stage = await begin()
    await stage.write([staged(1), staged(2, { weight: 0 })])
    await expect(stage.merge(2)).rejects.toThrow()
    await stage.abort(reason('broken'))
    expect(await incidents()).toBe(0)
    expect(await database.repositories.imports.find(stage.importId)).toMatchObject({
      state: 'failed',
      rejected: 0,
    })
  })

  it('are staged while other statements run', async () => {
    const stage = await begin()
    const writes = Array.from({ length: 5 }, (_, n) => stage.write([staged(n)]))
    const pings = Array.from({ length: 5 }, () => database.repositories.ping())
    await Promise.all(writes)
    expect(await Promise.all(pings)).toEqual([true, true, true, true, true])
    expect(await stage.merge(5)).toMatchObject({ accepted: 5 })
  })

  it('are swept when their process is dead, and not while it lives', async () => {
    const alive = await begin()
    const [dead] = (await database
      .knex('import')
      .insert({ source_ordinal: 1, file_name: 'dead.csv', mapping: '{}', state: 'merging', owner: '1/0.5' })
      .returning('id')) as { id: number }[]
    const { imports } = database.repositories
    expect(await imports.sweep()).toBe(1)
    expect(await imports.find(dead!.id)).toMatchObject({
      state: 'failed',
      error: { sv: expect.stringContaining('tog slut'), en: expect.stringContaining('ended') },
    })
    expect(await imports.find(alive.importId)).toMatchObject({ state: 'reading' })
    await alive.abort(reason('over'))
    expect(await imports.sweep()).toBe(0)
  })

  it('must have counts that add up, by a database constraint', async () => {
    const stage = await begin()
    await stage.write([staged(1)])
    await stage.merge(1)
    const wrong = database.knex('import').where({ id: stage.importId }).update({ rejected: 5 })
    await expect(wrong).rejects.toThrow('import_adds_up')
  })

  it('of more than 250,000 rows are refused by the embedded database, and accepted by PostGIS', async () => {
    const stage = await begin()
    const many = Array.from<StagedIncident>({ length: 250_001 }).fill(staged(1))
    const writing = stage.write(many)
    if (kind.kind === 'postgis') await writing
    else {
      const message = expect.stringContaining('DATABASE_URL')
      await expect(writing).rejects.toMatchObject({ code: 'too-large', message })
    }
    await stage.abort(reason('too large'))
  })
})
