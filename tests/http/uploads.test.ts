import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PATHS } from '../../server/contract/paths.ts'
import { createApiClient } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const MAPPING = JSON.stringify({
  source: { id: 'csv', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
  columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'start', category: 'type' },
  categories: { '*': 'other' },
})
const ROW = ',18.06,59.33,2026-03-01,THEFT\n'
const SURVEY = 'indicator,wave,area,group,percent,margin,answers,source\n'

describe.each(databasesUnderTest)('an upload under way on $kind', (database) => {
  let server: TestServer
  let looking: ReturnType<typeof createApiClient>

  beforeAll(async () => {
    server = await startTestServer({ database, signIn: null })
    looking = await server.as('analyst')
  })
  afterAll(() => server.close())

  /** A session of an account of its own that may import. */
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
    const answer = answerOf(socket)
    const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n`
    const send = (text: string) => socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`)
    socket.write(head)
    send(`${fields}--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n${content}`)
    return { send, answer, end: () => (send('\r\n--b--\r\n'), socket.write('0\r\n\r\n')) }
  }
  const beginImport = (cookie: string, id: string) =>
    begin(
      PATHS.imports,
      cookie,
      `--b\r\nContent-Disposition: form-data; name="mapping"\r\n\r\n${MAPPING}\r\n`,
      `id,lon,lat,start,type\n${id}${ROW}`,
    )
  const newest = async () => (await looking('GET', '/api/imports?limit=1')).body.items[0]
  const reading = (before: number) =>
    expect.poll(async () => (await newest())?.id ?? 0, { timeout: 5000 }).toBeGreaterThan(before)
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
  ])(
    'breaks off when its sender’s %s, and leaves nothing but a failed import',
    async (name, revoke, status) => {
      const before = (await newest())?.id ?? 0
      const mine = await importer(name.replace(' ', '-'))
      const { send, answer } = await beginImport(mine.cookie, '1')
      await reading(before)
      await revoke(mine)
      const sending = setInterval(() => send(`2${ROW}`), 20)
      const head = await answer.finally(() => clearInterval(sending))
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*\r\nConnection: close\r\n`, 'i'))
      expect(head).toContain('The upload was broken off: ')
      await expect.poll(async () => (await newest()).state).toBe('failed')
      expect(await newest()).toMatchObject({
        accepted: 0,
        error: expect.stringMatching(/^The upload was broken/),
      })
      expect(await stored()).toBe(0)
      expect((await rowsOf()).flat()).toEqual([])
    },
  )

  it('whose sender goes away before its file begins is noted as ended', async () => {
    const { cookie } = await importer('gone')
    const begun = async () => (await server.database.knex('audit_begun')).length
    const socket = connect(server.port, '127.0.0.1')
    socket.write(
      `POST ${PATHS.imports} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 99999\r\n\r\n--b\r\nContent-Disposition: form-data; name="mapping"\r\n\r\n{`,
    )
    await expect.poll(begun).toBe(1)
    socket.destroy()
    await expect.poll(begun).toBe(0)
  })

  it('of a survey breaks off likewise', async () => {
    const mine = await importer('surveyor')
    const { send, answer, end } = await begin(PATHS.surveyImports, mine.cookie, '', SURVEY)
    send('trygg,2025,Norr,,50,3,100,Staden\n')
    await server.access.sessions.end(mine.sessionId)
    end()
    expect(await answer).toMatch(/^HTTP\/1\.1 401 /)
    expect((await rowsOf()).flat()).toEqual([])
  })

  it('comes whole while somebody else’s rights are taken away', async () => {
    const before = (await newest()).id
    const [mine, other] = [await importer('mine'), await importer('other')]
    const { send, answer, end } = await beginImport(mine.cookie, '1')
    await reading(before)
    await server.access.sessions.end(other.sessionId)
    send(`2${ROW}`)
    end()
    expect(await answer).toMatch(/^HTTP\/1\.1 202 /)
    await expect.poll(async () => (await newest()).state).toBe('done')
    expect(await stored()).toBe(2)
  })
})

/** The answer on a socket: what came of it by the end of its first problem or import. */
function answerOf(socket: Socket): Promise<string> {
  let text = ''
  return new Promise((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk
      if (text.endsWith('}')) resolve(text)
    })
    void once(socket, 'close').then(() => resolve(text))
  })
}
