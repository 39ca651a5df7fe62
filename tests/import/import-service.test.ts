import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '../../server/engine/hashes/content-hash.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { type ImportCity, openImportCity } from '../support/cities/import-city.ts'

const SOURCE = { id: 'est', controller: 'Staden', legalBasis: 'Avtal', purpose: 'Lägesbild' }
const HEADER = 'id,lon,lat,start,end,type'

/** A mapping of the texts below; every test has a source of its own, so that ids do not meet. */
function mapping(source: string, changes: object = {}) {
  return {
    source: { ...SOURCE, id: source },
    columns: {
      externalId: 'id',
      x: 'lon',
      y: 'lat',
      occurredFrom: 'start',
      occurredTo: 'end',
      category: 'type',
    },
    categories: { T: 'theft', V: 'violence' },
    ...changes,
  }
}

const row = (id: string, lat = '59.33', type = 'T') => `${id},18.06,${lat},2026-01-02 21:30,,${type}`
const file = (...rows: readonly string[]) => [HEADER, ...rows].join('\n')

describe.each(databasesUnderTest)('an import on the $kind database', (kind) => {
  let city: ImportCity
  beforeAll(async () => {
    city = await openImportCity(kind)
  })
  afterAll(() => city.close())

  const counts = async (text: string, map: unknown) => {
    const { state, rowsRead, accepted, revised, rejected, duplicates } = await city.importText(text, map)
    expect(state).toBe('done')
    expect(accepted + rejected + duplicates).toBe(rowsRead)
    return { accepted, revised, rejected, duplicates }
  }

  it('stores what the rows say, in the city’s own terms', async () => {
    await counts(file('a-1,18.0650,59.3325,2026-01-02 21:30,2026-01-02 22:00,V'), mapping('content'))
    const stored = (await city.incident('a-1'))!
    expect(stored).toMatchObject({
      sourceId: 'content',
      xCm: 67_435_076,
      yCm: 658_108_967,
      fromMinute: Date.UTC(2026, 0, 2, 20, 30) / 60_000,
      toMinute: Date.UTC(2026, 0, 2, 21, 0) / 60_000,
      categoryIndex: 0,
      weight: 1,
      revision: 1,
    })
    expect(stored.contentHash).toBe(contentHash(stored))
  })

  it('adds nothing when the same file is imported twice', async () => {
    const text = file(row('b-1'), row('b-2'), row(''), row(''))
    expect(await counts(text, mapping('twice'))).toEqual({
      accepted: 4,
      revised: 0,
      rejected: 0,
      duplicates: 0,
    })
    const before = await city.liveContent()
    expect(await counts(text, mapping('twice'))).toEqual({
      accepted: 0,
      revised: 0,
      rejected: 0,
      duplicates: 4,
    })
    expect(await city.liveContent()).toEqual(before)
  })

  it('makes a changed row a new revision and keeps the state before it', async () => {
    await counts(file(row('c-1'), row('c-2')), mapping('changed'))
    const revisions = await city.revisionCount()
    const second = await counts(file(row('c-1'), row('c-2', '59.34')), mapping('changed'))
    expect(second).toEqual({ accepted: 1, revised: 1, rejected: 0, duplicates: 1 })
    expect((await city.incident('c-2'))!.revision).toBe(2)
    expect((await city.incident('c-1'))!.revision).toBe(1)
    expect(await city.revisionCount()).toBe(revisions + 1)
  })

  it('rejects every row of an id whose rows differ, anywhere in the file, and counts equal rows as duplicates', async () => {
    const rows = [row('d-1'), row('d-2'), row('d-1', '59.35'), row('d-2'), row('d-1'), row('d-3')]
    const status = await city.importText(file(...rows), mapping('conflict'))
    expect(status).toMatchObject({ rowsRead: 6, accepted: 2, duplicates: 1, rejected: 3 })
    const rejects = await city.rejects(status.id)
    expect(rejects.map(({ line, reason, text }) => [line, reason, text])).toEqual([
      [2, 'conflicting-id', rows[0]],
      [4, 'conflicting-id', rows[2]],
      [6, 'conflicting-id', rows[4]],
    ])
    expect(await city.incident('d-1')).toBeNull()
  })

  it('keeps rejects with the physical line, the column, the reason and the text', async () => {
    const text = file(
      row('"e\n1"'),
      'e-2,,,2026-01-02,,T',
      row('e-3', '59.33', '?'),
      'e-4,18.06,59.33,2 jan,,T',
      '"x"y',
      row('e-5'),
    )
    const status = await city.importText(text, mapping('rejects'))
    expect(status).toMatchObject({ accepted: 2, rejected: 4 })
    expect(await city.rejects(status.id)).toMatchObject([
      { line: 4, column: 'lon', reason: 'no-position', text: 'e-2,,,2026-01-02,,T' },
      { line: 5, column: 'type', reason: 'unknown-category', detail: expect.stringContaining('?') },
      { line: 6, column: 'start', reason: 'bad-time', detail: expect.stringContaining('2 jan') },
      { line: 7, column: null, reason: 'malformed-row', text: '"x"y' },
    ])
    let csv = ''
    for await (const piece of await city.service.rejects(status.id)) csv += piece
    expect(csv.split('\r\n')).toHaveLength(6)
    expect(csv).toContain('4,lon,no-position,the coordinate is blank,"e-2,,,2026-01-02,,T"')
  })

  it('is undone as new revisions: new incidents are retracted, changed incidents restored', async () => {
    await counts(file(row('f-1'), row('f-2'), row('f-3')), mapping('undo'))
    const before = await city.liveContent()
    const second = await city.importText(file(row('f-1', '59.36'), row('f-2'), row('f-4')), mapping('undo'))
    expect(await city.liveContent()).not.toEqual(before)
    const undone = await city.service.undo(second.id)
    expect(undone.state).toBe('undone')
    expect(await city.liveContent()).toEqual(before)
    expect(await city.incident('f-1')).toMatchObject({ revision: 3, yCm: (await city.incident('f-3'))!.yCm })
    expect(await city.incident('f-4')).toMatchObject({ retractedReason: `undone import ${second.id}` })
    await expect(city.service.undo(second.id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('restores what an undo removed when the file is imported again', async () => {
    const text = file(row('g-1'), row('g-2', '59.37'))
    const first = await city.importText(text, mapping('again'))
    const before = await city.liveContent()
    await city.service.undo(first.id)
    expect((await city.liveContent()).has('g-1')).toBe(false)
    expect(await counts(text, mapping('again'))).toEqual({
      accepted: 2,
      revised: 2,
      rejected: 0,
      duplicates: 0,
    })
    expect(await city.liveContent()).toEqual(before)
  })

  it('undoes an older import without changing incidents that a later import has revised', async () => {
    const first = await city.importText(file(row('h-1'), row('h-2')), mapping('older'))
    const second = await city.importText(file(row('h-1', '59.38')), mapping('older'))
    const later = (await city.incident('h-1'))!
    await city.service.undo(first.id)
    expect(await city.incident('h-1')).toEqual(later)
    expect(await city.incident('h-2')).toMatchObject({ retractedReason: `undone import ${first.id}` })
    await city.service.undo(second.id)
    expect(await city.incident('h-1')).toMatchObject({ retractedReason: `undone import ${second.id}` })
  })

  it('leaves what a person has retracted retracted', async () => {
    const text = file(row('i-1'), row('i-2'))
    const first = await city.importText(text, mapping('retracted'))
    await city.database.repositories.incidents.retract((await city.incident('i-1'))!.id, null, 'wrong place')
    expect(await counts(file(row('i-1', '59.39')), mapping('retracted'))).toMatchObject({ duplicates: 1 })
    await city.service.undo(first.id)
    expect(await city.incident('i-1')).toMatchObject({ retractedReason: 'wrong place' })
  })

  it('fails as a whole when most rows have exchanged coordinates, with the change to the mapping', async () => {
    const swapped = file('j-1,59.33,18.06,2026-01-02,,T', 'j-2,59.33,18.06,2026-01-02,,T', row('j-3'))
    const status = await city.importText(swapped, mapping('swapped'))
    expect(status).toMatchObject({
      state: 'failed',
      accepted: 0,
      error: { en: expect.stringContaining('exchange columns.x') },
    })
    expect(await city.incident('j-3')).toBeNull()
    expect(await city.rejects(status.id)).toEqual([])
  })

  it.each([
    ['a file that is cut off', '[{"a":1},', 'cut off'],
    ['a column that the file does not have', 'id,lon,latt,start,end,type\n', 'has no column "lat"'],
    ['an empty file', '', 'is empty'],
  ])('fails with one clear line on %s', async (_title, text, message) => {
    const status = await city.importText(text, mapping('failing'))
    expect(status).toMatchObject({ state: 'failed', error: { en: expect.stringContaining(message) } })
    expect(status.finishedAt).not.toBeNull()
  })

  it('refuses an undeclared source', async () => {
    const map = mapping('x', { source: 'never-heard-of' })
    await expect(city.importText(file(row('k-1')), map)).rejects.toMatchObject({
      code: 'invalid-mapping',
      problems: [{ field: 'source', value: 'never-heard-of' }],
    })
  })

  it('leaves nothing behind in the session that it used', async () => {
    await counts(file(row('l-1')), mapping('tidy'))
    const { rows } = await city.database.knex.raw(
      `SELECT relname FROM pg_class WHERE relname LIKE 'import_stage%'`,
    )
    expect(rows).toEqual([])
  })

  it('lists imports newest first with what they were', async () => {
    const last = await city.importText(file(row('m-1')), mapping('listed'))
    const [newest, next] = await city.service.list(2, null)
    expect(newest).toEqual(last)
    expect(await city.service.list(1, last.id)).toEqual([next])
    await expect(city.service.status(999_999)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('takes GeoJSON points, and refuses other geometries by name', async () => {
    const feature = (id: string, geometry: object | null) => ({
      type: 'Feature',
      geometry,
      properties: { id, start: '2026-02', type: 'T' },
    })
    const features = [
      feature('n-1', { type: 'Point', coordinates: [18.06, 59.33] }),
      feature('n-2', {
        type: 'LineString',
        coordinates: [
          [18, 59],
          [18.1, 59],
        ],
      }),
      feature('n-3', null),
    ]
    const columns = { externalId: 'id', occurredFrom: 'start', category: 'type' }
    const map = mapping('geojson', { columns, timeFormat: 'month' })
    const status = await city.importText(JSON.stringify({ type: 'FeatureCollection', features }), map)
    expect(status).toMatchObject({ accepted: 1, rejected: 2 })
    expect(await city.rejects(status.id)).toMatchObject([
      { line: 2, reason: 'bad-position', detail: 'LineString: a Point is needed' },
      { line: 3, reason: 'no-position' },
    ])
  })
})
