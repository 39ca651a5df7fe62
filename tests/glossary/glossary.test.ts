import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHIPPED } from '../../server/glossary/shipped/shipped.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const PATH = '/api/glossary'

describe('the glossary that comes with the product', () => {
  it('has a unique key for each entry, and no word for two entries', () => {
    const keys = SHIPPED.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const language of ['sv', 'en'] as const) {
      const owners = SHIPPED.flatMap(({ key, content: { [language]: text } }) =>
        [text.name, ...text.forms].map((form) => [form.toLowerCase(), key] as const),
      ).filter(([form]) => form !== 'bid')
      const doubled = owners.filter(([form, key]) => owners.some((own) => own[0] === form && own[1] !== key))
      expect(doubled).toEqual([])
    }
  })

  it('says of each target group what it leaves behind, what can be done and what no map shows', () => {
    const groups = SHIPPED.filter(({ content }) => content.kind === 'target-group')
    expect(groups.length).toBeGreaterThan(2)
    for (const { content } of groups)
      for (const text of [content.sv, content.en])
        expect([text.afterEffects, text.tools, text.notOnMap]).not.toContain(null)
  })
})

describe.each(databasesUnderTest)('the glossary on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  beforeAll(async () => {
    server = await startTestServer({
      database,
      signIn: null,
      clock: { nowMs: () => Date.parse('2026-03-12T12:00Z') },
    })
    coordinator = await server.as('coordinator')
  })
  afterAll(() => server?.close())

  const entry = async (key: string): Promise<Json> => {
    const { items } = (await (await server.as('public'))('GET', PATH)).body
    return items.find((own: Json) => own.key === key)
  }
  const anew = ({ retired, sv, en }: Json, text: string) => ({ retired, sv: { ...sv, text }, en })
  const change = (key: string, revision: number, body: object) =>
    coordinator('PUT', `${PATH}/${key}`, { headers: { 'if-match': `"${revision}"` }, body })

  it('can be reworded by a coordinator, for everybody at once, and keeps every version with its author', async () => {
    const shipped = await entry('est')
    expect([shipped.revision, shipped.changedAt]).toEqual([0, null])
    expect((await change('est', 0, anew(shipped, 'Vårt eget sätt.'))).status).toBe(200)
    expect(await entry('est')).toMatchObject({ revision: 1, kind: 'term', sv: { text: 'Vårt eget sätt.' } })
    const versions = (await coordinator('GET', `${PATH}/est/history`)).body.items
    expect(versions.map(({ revision, sv }: Json) => [revision, sv.text])).toEqual([
      [0, shipped.sv.text],
      [1, 'Vårt eget sätt.'],
    ])
    const { name } = (await coordinator('GET', '/api/session')).body.user
    expect(versions[1].changed).toEqual({ at: '2026-03-12T12:00:00.000Z', name })
  })

  it('refuses a change to a version that somebody else has changed, also concurrently', async () => {
    const before = await entry('veckobild')
    const both = await Promise.all([
      change('veckobild', 0, anew(before, 'Den ena.')),
      change('veckobild', 0, anew(before, 'Den andra.')),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
    expect((await change('veckobild', 0, anew(before, 'Sent.'))).status).toBe(412)
  })

  it('accepts the city’s own terms, each once, and refuses personal data', async () => {
    const text = { name: 'Nattvandring Öst', text: 'Vuxna ute om kvällen.' }
    const body = { kind: 'term', sv: text, en: { name: 'night walk', text: 'Adults out in the evening.' } }
    const added = await coordinator('POST', PATH, { body })
    expect([added.status, added.body.key, added.body.revision]).toEqual([201, 'nattvandring-ost', 1])
    expect((await coordinator('POST', PATH, { body })).status).toBe(409)
    const named = { ...body, sv: { ...text, name: 'Annat', text: 'Ring 070-123 45 67' } }
    const refused = await coordinator('POST', PATH, { body: named })
    expect([refused.status, refused.body.problems[0].field]).toEqual([400, 'sv.text'])
    const unnamed = { ...body, sv: { ...text, name: '…' } }
    expect((await coordinator('POST', PATH, { body: unnamed })).status).toBe(422)
  })
})
