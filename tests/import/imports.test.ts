import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ApiResponse,
  createApiClient,
  type Json,
  problemOf,
  square,
} from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const MAPPING = {
  source: { id: 'csv', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
  columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'start', category: 'type' },
  categories: { THEFT: 'theft', '*': 'other' },
}
const CSV = `id,lon,lat,start,type
1,18.06,59.33,2026-03-01T10:00,THEFT
2,18.07,59.33,2026-03-01T11:00,THEFT
3,,59.33,2026-03-01T12:00,THEFT
4,18.07,59.33,yesterday,THEFT
`

function form(parts: Readonly<Record<string, string | Blob>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(parts))
    data.append(name, value as Blob, ...(value instanceof Blob ? ['incidents.csv'] : []))
  return data
}
const upload = (text = CSV, mapping: unknown = MAPPING) =>
  form({ mapping: JSON.stringify(mapping), file: new Blob([text]) })

describe.each(databasesUnderTest)('imports on $kind', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  beforeAll(async () => {
    server = await startTestServer({ database })
    call = createApiClient(server.url)
  })
  afterAll(() => server.close())

  const incidents = async () => {
    await server.engine.snapshots.refresh()
    return server.engine.snapshots.status().incidents
  }
  async function finished(started: ApiResponse) {
    expect(started.status).toBe(202)
    return read(started.headers.get('location')!)
  }

  async function read(path: string) {
    for (;;) {
      const { body } = await call('GET', path)
      if (body.finishedAt !== null) return { path, ...body }
      await wait(20)
    }
  }

  it('preview a file without storing anything', async () => {
    const { status, body } = await call('POST', '/api/imports?preview=true', { body: upload() })
    expect(status).toBe(200)
    expect(body).toMatchObject({ guessed: false, sourceKnown: true })
    expect(body.hexbin.features.length).toBeGreaterThan(0)
    expect((await call('GET', '/api/imports')).body.items).toEqual([])
    expect((await call('GET', '/api/sources')).body.items).toEqual([])
  })

  it('take the mapping as a file too, as curl sends it', async () => {
    const body = form({ mapping: new Blob([JSON.stringify(MAPPING)]), file: new Blob([CSV]) })
    const shown = await call('POST', '/api/imports?preview=true', { body })
    expect([shown.status, shown.body.guessed]).toEqual([200, false])
    const large = form({ mapping: new Blob([' '.repeat(2 ** 20 + 1)]), file: new Blob([CSV]) })
    const problem = problemOf(await call('POST', '/api/imports', { body: large }))
    expect([problem.status, problem.code]).toEqual([413, 'too-large'])
  })

  it('guess a mapping where none is given, for a preview alone', async () => {
    const guessed = await call('POST', '/api/imports?preview=true', { body: form({ file: new Blob([CSV]) }) })
    expect(guessed.body.mapping.columns).toMatchObject({ x: 'lon', y: 'lat' })
    const problem = problemOf(await call('POST', '/api/imports', { body: form({ file: new Blob([CSV]) }) }))
    expect(problem.problems[0]!.field).toBe('mapping')
  })

  it('add the good rows, report the bad rows, and add nothing the second time', async () => {
    const first = await finished(await call('POST', '/api/imports', { body: upload() }))
    expect(first).toMatchObject({ state: 'done', rowsRead: 4, accepted: 2, rejected: 2, duplicates: 0 })
    const rejects = await call('GET', `${first.path}/rejects`)
    expect(rejects.headers.get('content-disposition')).toContain('.csv')
    expect(rejects.body.split('\n')[0]).toContain('line')
    expect(rejects.body).toMatch(/^4,.*no-position/m)
    expect(rejects.body).toMatch(/^5,.*bad-time/m)
    const second = await finished(await call('POST', '/api/imports', { body: upload() }))
    expect(second).toMatchObject({ state: 'done', rowsRead: 4, accepted: 0, rejected: 2, duplicates: 2 })
    expect(await incidents()).toBe(2)
  })

  it('are undone once', async () => {
    const before = await incidents()
    const more = await finished(
      await call('POST', '/api/imports', { body: upload(CSV.replaceAll(/^(\d),/gm, '9$1,')) }),
    )
    expect(await incidents()).toBe(before + 2)
    expect((await call('DELETE', more.path)).body.state).toBe('undone')
    expect(await incidents()).toBe(before)
    expect(problemOf(await call('DELETE', more.path)).status).toBe(409)
    expect(problemOf(await call('DELETE', '/api/imports/9999')).status).toBe(404)
  })

  it.each<[string, () => unknown, number, string]>([
    [
      'a mapping that is no JSON',
      () => form({ mapping: '{', file: new Blob([CSV]) }),
      422,
      'invalid-mapping',
    ],
    [
      'a mapping of values that the database cannot keep',
      () => upload(CSV, { ...MAPPING, categories: { '\u0000': 'theft' } }),
      422,
      'invalid-mapping',
    ],
    ['a mapping without columns', () => upload(CSV, { source: 'csv' }), 422, 'invalid-mapping'],
    [
      'a source that covers an area which is not there',
      () => upload(CSV, { ...MAPPING, source: { ...MAPPING.source, id: 'away', coversAreaId: 4711 } }),
      409,
      'conflict',
    ],
    ['no file', () => form({ mapping: JSON.stringify(MAPPING) }), 400, 'invalid-body'],
    ['a field that is not known', () => form({ colour: 'red', file: new Blob([CSV]) }), 400, 'invalid-body'],
    ['JSON instead of a form', () => ({ mapping: MAPPING }), 415, 'unsupported-media-type'],
  ])('refuse %s', async (_, body, status, code) => {
    const problem = problemOf(await call('POST', '/api/imports', { body: body() }))
    expect(problem).toMatchObject({ status, code })
  })

  it.each([
    [{ legalBasis: ' ' }, 'legalBasis', 'must not be blank'],
    [{ title: 'a\u0000' }, 'title', 'must hold no control characters'],
    [{ purpose: '\ud800' }, 'purpose', 'must hold no control characters'],
    [{ coversFrom: '0000-01-01' }, 'coversFrom', 'is a date, for example 2026-03-01'],
    [{ retentionDays: 0 }, 'retentionDays', 'a whole number from 1 to 36500'],
    [{ coversAreaId: 2 ** 31 }, 'coversAreaId', 'a whole number from 1 to 2147483647'],
  ])('refuse a source declared with %j', async (odd, field, rule) => {
    const body = { ...MAPPING.source, id: 'odd', ...odd }
    const problem = problemOf(await call('POST', '/api/sources', { body }))
    expect(problem).toMatchObject({ status: 400, problems: [{ field, rule }] })
    expect((await call('GET', '/api/sources/odd')).status).toBe(404)
  })

  it('read the rest of a file that is refused at its first line, so that its sender gets the response', async () => {
    const body = new Response(upload('x'.repeat(30_000_000)))
    const headers = { 'Content-Type': body.headers.get('content-type')! }
    const post = request(`${server.url}/api/imports`, { method: 'POST', headers })
    const both = Promise.all([once(post, 'response'), once(post, 'finish')])
    post.end(Buffer.from(await body.arrayBuffer()))
    const location: string = (await both)[0][0].headers.location
    const outcome = await read(location)
    expect(outcome).toMatchObject({ state: 'failed', error: expect.stringContaining('Line 1 is longer') })
  })

  it('leave nothing of an interrupted upload', async () => {
    const before = (await call('GET', '/api/imports?limit=1')).body.items[0]?.id ?? 0
    const stored = await incidents()
    const socket = connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    const head = `--b\r\nContent-Disposition: form-data; name="mapping"\r\n\r\n${JSON.stringify(MAPPING)}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\nid,lon,lat,start,type\n77,18.06,59.33,2026-03-01,THEFT\n`
    socket.write(
      `POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n${head}`,
    )
    let started: Json
    do {
      await wait(20)
      started = (await call('GET', '/api/imports?limit=1')).body.items[0]
    } while (started === undefined || started.id === before)
    socket.destroy()
    while (started.finishedAt === null) {
      await wait(20)
      started = (await call('GET', `/api/imports/${started.id}`)).body
    }
    expect(started).toMatchObject({ state: 'failed', accepted: 0 })
    expect(started.error).toMatch(/\S/)
    expect(await incidents()).toBe(stored)
  })

  it('accept files of areas, and add nothing the second time', async () => {
    const file = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { namn: 'Norr', folk: 100 }, geometry: square(18.0) },
        { type: 'Feature', properties: { namn: 'Söder', folk: 200 }, geometry: square(18.1) },
      ],
    }
    const options = JSON.stringify({ kind: 'district', nameProperty: 'namn', residentsProperties: ['folk'] })
    const body = () => form({ options, file: new Blob([JSON.stringify(file)]) })
    const first = await call('POST', '/api/area-imports', { body: body() })
    expect(first.body).toEqual({ imported: 2, unchanged: 0, notices: [], rejected: [] })
    expect((await call('POST', '/api/area-imports', { body: body() })).body).toMatchObject({ unchanged: 2 })
    const listed = await call('GET', '/api/areas?kind=district')
    expect(listed.body.features.map((area: Json) => area.properties.residents)).toEqual([100, 200])
  })

  it.each([
    [{ kind: 'moon' }, 'kind'],
    [{ kind: 'district', validFrom: '2026-02-30' }, 'validFrom'],
    [{ kind: 'district', validFrom: '2026-02-01', validTo: '2026-01-31' }, 'validTo'],
    [{ kind: 'school', residentsProperties: ['folk'] }, 'residentsProperties'],
    [{ kind: 'school', validFrom: '2026-02-01' }, 'validFrom'],
  ])('refuse a file of areas with %j', async (options, field) => {
    const body = form({ options: JSON.stringify(options), file: new Blob(['{}']) })
    const problem = problemOf(await call('POST', '/api/area-imports', { body }))
    expect(problem).toMatchObject({ status: 400, problems: [{ field }] })
  })
})
