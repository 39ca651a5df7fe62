import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AREA_PATHS } from '../../../server/areas/paths.ts'
import { IMPORT_PATHS } from '../../../server/import/paths.ts'
import { SURVEY_PATHS } from '../../../server/surveys/paths.ts'
import { createApiClient, problemOf, square } from '../../support/serving/api-client.ts'
import { databasesUnderTest } from '../../support/databases.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

const MAPPING = JSON.stringify({
  source: { id: 'csv', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
  columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'start', category: 'type' },
  categories: { '*': 'other' },
})
const ROW = ',18.06,59.33,2026-03-01,THEFT\n'
const SURVEY = 'indicator,wave,area,group,percent,margin,answers,source\n'
const AREAS = JSON.stringify({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry: square(18) }],
})
const OPTIONS: readonly [string, string] = ['options', '{"kind":"district"}']
const fileOf = (content: string): readonly [string, Blob] => ['file', new Blob([content])]

function formOf(parts: readonly (readonly [string, string | Blob])[]): FormData {
  const form = new FormData()
  for (const [name, value] of parts)
    form.append(name, value as Blob, ...(typeof value === 'string' ? [] : ['x.csv']))
  return form
}

describe.each(databasesUnderTest)('an upload in progress on $kind', (database) => {
  let server: TestServer
  let looking: ReturnType<typeof createApiClient>

  beforeAll(async () => {
    server = await startTestServer({ database, signIn: null })
    looking = await server.as('analyst')
  })
  afterAll(() => server.close())

  /** A session of a new account that may import. */
  async function importer(name: string) {
    const account = await server.database.repositories.people.insert({
      email: `${name}@test.example`,
      name,
      role: 'analyst',
      organisationId: null,
      openId: null,
      createdAtMs: Date.now(),
    })
    const { id: sessionId, token } = await server.access.sessions.open(account)
    return { accountId: account.id, sessionId, cookie: `lagesbild=${token}` }
  }

  /** A form that is sent as far as the beginning of its file. */
  async function begin(path: string, cookie: string, fields: string, content: string) {
    const socket = connect(server.port, '127.0.0.1').on('error', () => {})
    const response = responseOf(socket)
    const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n`
    const send = (text: string) => socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`)
    socket.write(head)
    send(`${fields}--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n${content}`)
    return { send, received: response, end: () => (send('\r\n--b--\r\n'), socket.write('0\r\n\r\n')) }
  }
  const beginImport = (cookie: string, id: string) =>
    begin(
      IMPORT_PATHS.imports,
      cookie,
      `--b\r\nContent-Disposition: form-data; name="mapping"\r\n\r\n${MAPPING}\r\n`,
      `id,lon,lat,start,type\n${id}${ROW}`,
    )
  const newest = async () => (await looking('GET', '/api/imports?limit=1')).body.items[0]
  const reading = (before: number) =>
    expect.poll(async () => (await newest())?.id ?? 0).toBeGreaterThan(before)
  const stored = async () => Number((await server.database.knex('incident').count('* as n'))[0]!.n)
  const tables = ['audit_begun', 'survey_figure'] as const
  const rowsOf = async () => Promise.all(tables.map((table) => server.database.knex(table)))

  it.each<[string, (of: { sessionId: number; accountId: number }) => Promise<unknown>, number]>([
    ['session ends', ({ sessionId }) => server.access.sessions.end(sessionId), 401],
    [
      'role changes',
      ({ accountId }) => server.database.repositories.people.update(accountId, { role: 'planner' }),
      403,
    ],
  ])('is aborted when its sender’s %s, and leaves only a failed import', async (name, revoke, status) => {
    const before = (await newest())?.id ?? 0
    const mine = await importer(name.replace(' ', '-'))
    const { send, received: response } = await beginImport(mine.cookie, '1')
    await reading(before)
    await revoke(mine)
    const sending = setInterval(() => send(`2${ROW}`), 20)
    const head = await response.finally(() => clearInterval(sending))
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*\r\nConnection: close\r\n`, 'i'))
    expect(head).toContain('The upload was broken off: ')
    await expect.poll(async () => (await newest()).state).toBe('failed')
    expect(await newest()).toMatchObject({
      accepted: 0,
      error: expect.stringMatching(/^The upload was broken/),
    })
    expect(await stored()).toBe(0)
    expect((await rowsOf()).flat()).toEqual([])
  })

  it('whose sender disconnects before its file begins is recorded as ended', async () => {
    const { cookie } = await importer('gone')
    const started = async () => (await server.database.knex('audit_begun')).length
    const socket = connect(server.port, '127.0.0.1')
    socket.write(
      `POST ${IMPORT_PATHS.imports} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 99999\r\n\r\n--b\r\nContent-Disposition: form-data; name="mapping"\r\n\r\n{`,
    )
    await expect.poll(started).toBe(1)
    socket.destroy()
    await expect.poll(started).toBe(0)
  })

  it('of a survey is aborted likewise', async () => {
    const mine = await importer('surveyor')
    const { send, received: response, end } = await begin(SURVEY_PATHS.surveyImports, mine.cookie, '', SURVEY)
    send('trygg,2025,Norr,,50,3,100,Staden\n')
    await server.access.sessions.end(mine.sessionId)
    end()
    expect(await response).toMatch(/^HTTP\/1\.1 401 /)
    expect((await rowsOf()).flat()).toEqual([])
  })

  it.each([
    ['another file', '; name="file"; filename="y.csv"\r\n\r\nx', 'file: must come once'],
    ['its mapping once more', '; name="mapping"\r\n\r\n{}', 'mapping: must come once'],
    ['a field that is not known', '; name="colour"\r\n\r\nred', 'colour: is not known here'],
    ['a part that does not end', '; name="mapping"', 'body: must be multipart/form-data'],
  ])('is refused when %s follows the file, and leaves only a failed import', async (what, part, reported) => {
    const before = (await newest())?.id ?? 0
    const { cookie } = await importer(what.replaceAll(' ', '-'))
    const { send, received: response, end } = await beginImport(cookie, '1')
    await reading(before)
    send(`\r\n--b\r\nContent-Disposition: form-data${part}`)
    end()
    const refused = await response
    expect(refused).toMatch(/^HTTP\/1\.1 400 /)
    expect(refused).toContain(reported)
    await expect.poll(async () => (await newest()).state).toBe('failed')
    expect(await newest()).toMatchObject({ accepted: 0, error: expect.stringContaining(reported) })
    expect(await stored()).toBe(0)
  })

  it.each<[string, string, Parameters<typeof formOf>[0], string, string]>([
    [
      'areas beside others',
      AREA_PATHS.areaImports,
      [OPTIONS, fileOf(AREAS), fileOf(AREAS)],
      'file',
      'must come once',
    ],
    [
      'areas before its options',
      AREA_PATHS.areaImports,
      [fileOf(AREAS), OPTIONS],
      'options',
      'must be JSON and come before the file',
    ],
    [
      'a survey beside another',
      SURVEY_PATHS.surveyImports,
      [fileOf(SURVEY), fileOf(SURVEY)],
      'file',
      'must come once',
    ],
    [
      'a preview before its mapping',
      `${IMPORT_PATHS.imports}?preview=true`,
      [fileOf(`id,lon,lat,start,type\n1${ROW}`), ['mapping', MAPPING]],
      'mapping',
      'must come before the file',
    ],
    [
      'a survey under another name',
      SURVEY_PATHS.surveyImports,
      [['survey', new Blob([SURVEY])]],
      'survey',
      'must be called file',
    ],
    [
      'a survey as mere text',
      SURVEY_PATHS.surveyImports,
      [['file', SURVEY]],
      'file',
      'must be sent as a file, with a name',
    ],
  ])('of %s is refused, and nothing is stored', async (_, path, parts, field, rule) => {
    const problem = problemOf(await looking('POST', path, { body: formOf(parts) }))
    expect(problem).toMatchObject({ status: 400, code: 'invalid-body', problems: [{ field, rule }] })
    expect((await looking('GET', '/api/areas')).body.features).toEqual([])
    expect((await rowsOf()).flat()).toEqual([])
  })

  it('completes while another caller’s rights are withdrawn', async () => {
    const before = (await newest()).id
    const [mine, other] = [await importer('mine'), await importer('other')]
    const { send, received: response, end } = await beginImport(mine.cookie, '1')
    await reading(before)
    await server.access.sessions.end(other.sessionId)
    send(`2${ROW}`)
    end()
    expect(await response).toMatch(/^HTTP\/1\.1 202 /)
    await expect.poll(async () => (await newest()).state).toBe('done')
    expect(await stored()).toBe(2)
  })
})

/** The response on a socket, up to the end of its first problem or import. */
function responseOf(socket: Socket): Promise<string> {
  let text = ''
  return new Promise((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk
      if (text.endsWith('}')) resolve(text)
    })
    void once(socket, 'close').then(() => resolve(text))
  })
}
