import type { DatabaseUnderTest } from '../support/databases.ts'
import { startTestServer } from '../support/serving/start-server.ts'
import { AREAS, BOARDS, type Row, SOURCES, toInput } from './attacked-city.ts'
import type { Exchange } from './differences.ts'
import type { Question } from './questions.ts'

/** As many as a request may add. */
export const ROWS_A_REQUEST = 1000
/** Friday, 10 July 2026, noon in Stockholm. */
const NOW_MS = Date.UTC(2026, 6, 10, 10)

/** A server of a city, and a planner's client. */
export async function openOtherCity(
  database: DatabaseUnderTest,
  rows: readonly Row[],
  areas: readonly object[] = AREAS,
) {
  let nowMs = NOW_MS
  const server = await startTestServer({ database, srid: 3006, signIn: null, clock: { nowMs: () => nowMs } })
  const { people } = server.storage.repositories
  const own = await people.insertOrganisation({ name: BOARDS.own, kind: 'board' })
  const other = await people.insertOrganisation({ name: BOARDS.other, kind: 'board' })
  await people.update((await server.people.of('planner')).accountId, { organisationId: own.id })
  await people.update((await server.people.of('analyst')).accountId, { organisationId: other.id })
  // Their sessions are new, so that they have the organisation.
  for (const role of ['analyst', 'planner'] as const) server.people.renew(role)
  let analyst = await server.as('analyst')
  let { cookie } = await server.people.credentials('planner')
  let calls = 0

  async function change(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const reply = await analyst(method, path, { body, headers })
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`)
    return reply.body
  }

  async function add(more: readonly Row[]): Promise<readonly number[]> {
    const ids: number[] = []
    for (let at = 0; at < more.length; at += ROWS_A_REQUEST) {
      const body = more.slice(at, at + ROWS_A_REQUEST).map(toInput)
      ids.push(...(await change('POST', '/api/incidents', body)).ids)
    }
    await server.engine.snapshots.refresh()
    return ids
  }

  /** Without the server's address and the request's id. */
  const anonymous = (text: string) => text.replaceAll(server.url, '').replace(/,?"requestId":"[^"]*"/, '')

  for (const body of SOURCES) await change('POST', '/api/sources', body)
  for (const body of areas) await change('POST', '/api/areas', body)
  await add(rows)
  await change('POST', '/api/unit-cuts')

  return {
    add,
    /** Corrects an incident and retracts another. */
    async correct(id: number, retracted: number) {
      await change(
        'PATCH',
        `/api/incidents/${id}`,
        { setting: 'indoor_public', category: 'litter' },
        { 'if-match': '"1"' },
      )
      await change('DELETE', `/api/incidents/${retracted}?reason=test`)
      await server.engine.snapshots.refresh()
    },
    calls: () => calls,
    /** Sets the clock; sessions have run out by then. */
    async at(ms: number) {
      nowMs = ms
      for (const role of ['analyst', 'planner'] as const) server.people.renew(role)
      analyst = await server.as('analyst')
      cookie = (await server.people.credentials('planner')).cookie
    },
    async request(question: Question): Promise<Exchange> {
      const { path, body, headers = {} } = question
      calls++
      const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const type = body === undefined ? {} : { 'content-type': 'application/json' }
      const response = await fetch(server.url + path, { ...sent, headers: { cookie, ...type, ...headers } })
      const bytes = Buffer.from(await response.arrayBuffer())
      if (response.status >= 500) throw new Error(`${path}: ${response.status} ${bytes.toString()}`)
      const isTile = response.headers.get('content-type')?.includes('vector-tile') === true
      return {
        question,
        status: response.status,
        etag: response.headers.get('etag'),
        body: anonymous(bytes.toString(isTile ? 'base64' : 'utf8')),
      }
    },
    async requestAll(questions: readonly Question[]): Promise<readonly Exchange[]> {
      const answered: Exchange[] = []
      for (const question of questions) answered.push(await this.request(question))
      return answered
    },
    close: () => server.close(),
  }
}

export type OtherCity = Awaited<ReturnType<typeof openOtherCity>>
