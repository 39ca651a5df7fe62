import { strFromU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listIncidents as INCIDENTS } from '../../server/incidents/contract.ts'
import type { Json } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { type Call, moved } from '../support/review-steps.ts'
import { unpacked } from '../support/unpack-archive.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const CLOCK = { nowMs: () => Date.parse('2026-12-01T12:00:00Z') }
const GROUND = 'OSL 10 kap. 27 §'
const SURFACE = 'cell=400&group=people&from=2025-01-01&to=2026-01-01'

describe.each(databasesUnderTest)('a source that names boards, on the $kind database', (database) => {
  let server: TestServer
  let admin: Call
  /** Of the board that the source names, and of another one. */
  let named: Call
  let other: Call
  let otherAnalyst: Call
  let source: Json
  let geometry: Json
  beforeAll(async () => {
    server = await startTestServer({ database, clock: CLOCK, signIn: null, townIncidents: 4000 })
    const { people } = server.storage.repositories
    const join = async (role: 'planner' | 'coordinator' | 'analyst', organisationId: number) => {
      await people.update((await server.people.of(role)).accountId, { organisationId })
      server.people.renew(role)
      return server.as(role)
    }
    admin = await server.as('admin')
    const analyst = await server.as('analyst')
    geometry = (await analyst('GET', '/api/proposals/1')).body.geometry
    source = (await admin('GET', '/api/sources/polisen')).body
    const [traffic, school] = [
      await people.insertOrganisation({ name: 'Trafiknämnden', kind: 'board' }),
      await people.insertOrganisation({ name: 'Utbildningsnämnden', kind: 'board' }),
    ]
    named = await join('coordinator', traffic.id)
    other = await join('planner', school.id)
    otherAnalyst = await join('analyst', school.id)
    expect((await declare([{ organisation: 'trafiknämnden', ground: GROUND }])).body.boards).toEqual([
      { organisation: traffic.id, ground: GROUND },
    ])
    await server.engine.snapshots.refresh()
  })
  afterAll(() => server?.close())

  const declare = (boards: Json) => admin('PUT', '/api/sources/polisen', { body: { ...source, boards } })
  const surfaceOf = async (call: Call) => (await call('GET', `/api/hotspots?${SURFACE}`)).body.analysis
  const check = (call: Call) => call('POST', '/api/check', { body: { geometry } })
  const textOf = (notices: Json) => JSON.stringify(notices)

  it('is counted for its board, and for others left out and named, in surfaces and checks', async () => {
    const [own, foreign] = [await surfaceOf(named), await surfaceOf(other)]
    expect(own.incidents).toBeGreaterThan(0)
    expect(textOf(own.notices)).not.toContain('Anmälda brott')
    expect(foreign.incidents).toBe(0)
    expect(textOf(foreign.notices)).toContain('Visas inte för din nämnd')
    expect(textOf(foreign.notices)).toContain('Anmälda brott, Exempelstads polis')
    const titlesOf = ({ body }: { readonly body: Json }) =>
      body.evidence.provenance.sources.map(({ id }: { id: string }) => id)
    const [checked, without] = [await check(named), await check(other)]
    expect(titlesOf(checked)).toContain('polisen')
    expect(titlesOf(without)).not.toContain('polisen')
    expect(without.body.evidence.provenance.query.leftOut).toEqual(['polisen'])
    expect(textOf(without.body.evidence.provenance.notices)).toContain('Anmälda brott, Exempelstads polis')
  })

  it('is not changed by whoever began from what somebody else has changed since', async () => {
    const { headers } = await admin('GET', '/api/sources/polisen')
    const tag = headers.get('etag')!
    const save = (purpose: string, seen: string) =>
      admin('PUT', '/api/sources/polisen', {
        body: { ...source, boards: [{ organisation: 'trafiknämnden', ground: GROUND }], purpose },
        headers: { 'if-match': seen },
      })
    const both = await Promise.all([save('Lägesbild', tag), save('Uppföljning', tag)])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]))
    const winner = both.find(({ status }) => status === 200)!
    expect((await admin('GET', '/api/sources/polisen')).body.purpose).toBe(winner.body.purpose)
    expect((await save(source.purpose, winner.headers.get('etag')!)).status).toBe(200)
  })

  it('is refused by name to planners of other boards, and left out of their map attribution', async () => {
    const refused = await other('GET', `/api/hotspots?${SURFACE}&sources=polisen`)
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
    expect(refused.body.detail).toContain('polisen')
    const attributionOf = async (call: Call) =>
      (await call('GET', '/tiles/hotspots.json?group=people')).body.attribution
    expect(await attributionOf(named)).toContain('Anmälda brott')
    expect(await attributionOf(other)).not.toContain('Anmälda brott')
  })

  it('has no single incidents for analysts of other boards', async () => {
    const listed = (await otherAnalyst('GET', '/api/incidents?limit=1000')).body.items
    expect(listed.length).toBeGreaterThan(0)
    expect(listed.some((incident: Json) => incident.source === 'polisen')).toBe(false)
    const { items } = await (await server.operator.call(INCIDENTS, { query: { source: 'polisen' } })).json()
    const one = await otherAnalyst('GET', `/api/incidents/${items[0].id}`)
    expect([one.status, one.body.code]).toEqual([404, 'not-found'])
  })

  it('opens a review whose figures another board may not read, nor get in the archive of its case', async () => {
    const opened = await named('POST', '/api/proposals/1/reviews', { body: {} })
    expect(opened.status).toBe(201)
    const read = async (call: Call) => (await call('GET', `/api/reviews/${opened.body.id}`)).body
    expect((await read(named)).evidence.provenance.sources.length).toBeGreaterThan(0)
    expect((await read(other)).evidence).toBeNull()
    const verified = await named('POST', `/api/reviews/${opened.body.id}/verification`)
    expect(verified.body).toMatchObject({ agrees: true })
    await moved(otherAnalyst, await moved(named, opened.body, 'screening'), 'evidence_locked')
    const headers = await server.people.credentials('planner')
    const archive = await fetch(`${server.url}/reviews/${opened.body.id}/zip?lang=en`, { headers })
    const files = unpacked(new Uint8Array(await archive.arrayBuffer()))
    expect(Object.keys(files).filter((name) => /bilaga|evidence|figures/.test(name))).toEqual([])
    expect(strFromU8(files['README.txt']!)).toContain('The annex with the exact figures is not here')
    const manifest = JSON.parse(strFromU8(files['MANIFEST.json']!))
    expect(manifest).toMatchObject({ evidenceSha256: null, dataVersion: null, method: null })
    const own = await other('POST', '/api/proposals/1/reviews', { body: {} })
    const again = await other('POST', `/api/reviews/${own.body.id}/verification`)
    expect(again.body).toMatchObject({ agrees: true })
  })

  it('is refused when it names an unknown organisation, and open to all again when it names none', async () => {
    const unknown = await declare([{ organisation: 'Ingen nämnd', ground: GROUND }])
    expect([unknown.status, unknown.body.problems[0].field]).toEqual([422, 'boards.0.organisation'])
    expect((await declare([])).status).toBe(400)
    expect((await declare(null)).status).toBe(200)
    await server.engine.snapshots.refresh()
    expect((await surfaceOf(other)).incidents).toBe((await surfaceOf(named)).incidents)
  })
})
