import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const REFERRAL = { title: 'Ljus i tunnlar', board: 'Södra stadsdelsnämnden' }
const DECISION = { name: 'Södra stadsdelsnämnden', decidedOn: '2026-03-12', section: 14 }

describe.each(databasesUnderTest)('a statement and what it rests on, on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let place = 0
  beforeAll(async () => {
    const clock = { nowMs: () => Date.parse('2026-06-01T12:00Z') }
    server = await startTestServer({ database, srid: 3006, clock })
    const square = squareArea(0, 'place', [X, Y, 400, 400])
    place = (await server.storage.repositories.features.insert('areas', square)).id
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
  })
  afterAll(() => server?.close())

  const add = async (path: string, body: object): Promise<Json> => {
    const response = await coordinator('POST', `/api/${path}`, { body: { areaId: place, ...body } })
    expect([response.status, response.body.detail]).toEqual([201, undefined])
    return response.body
  }
  const statement = async (more: object = {}) => {
    const { title, board } = REFERRAL
    return add('board-cases', { form: 'statement', title, board, ...more })
  }
  const paper = (kind: string, query: string, call = coordinator) =>
    call('GET', `/api/papers/${kind}?area=${place}&${query}`)
  const textsIn = ({ sections }: Json, key: string): readonly string[] =>
    sections
      .find((section: Json) => section.key === key)
      .blocks.flatMap((block: Json) => (block.type === 'table' ? block.rows.flat() : [block.text]))

  it('stays as it was filed, with the facts of that day, in both languages', async () => {
    const { id, revision } = await statement({ views: 'Vi tillstyrker' })
    const file = { body: { state: 'filed' }, headers: { 'if-match': `"${revision}"` } }
    const filed = await coordinator('PATCH', `/api/board-cases/${id}`, file)
    expect([filed.status, filed.body.filedOn]).toEqual([200, '2026-06-01'])
    const asFiled = (await paper('statement', `item=${id}`)).body
    const inEnglish = (await paper('statement', `item=${id}&lang=en`)).body
    const decided = { state: 'decided', decision: DECISION, type: 'lighting', owner: 'Trafikkontoret' }
    await add('measures', { title: 'Starkare ljus i gången', ...decided })
    await add('consultations', { who: 'Barnrådet', heldOn: '2026-05-30', said: 'Bra' })
    expect((await paper('statement', `item=${id}`)).body).toEqual(asFiled)
    expect((await paper('statement', `item=${id}&lang=en`)).body).toEqual(inEnglish)
    expect(inEnglish.language).toBe('en')
    const later = await statement()
    expect(JSON.stringify((await paper('statement', `item=${later.id}`)).body)).toContain('Starkare ljus')
    const { items } = (await coordinator('GET', `/api/board-cases/${id}/history`)).body
    expect(items.at(-1)).not.toHaveProperty('filed')
  })

  it('is prepared by what was said in reviews too: for parties only once the review is published', async () => {
    const { features, reviews } = server.storage.repositories
    const { planar } = squareArea(7, 'place', [X + 100, Y + 100, 50, 50])
    const properties = { title: 'Kiosk i gången', description: null, caseNumber: null }
    const proposal = await features.insert('proposals', { planar, properties, createdBy: null } as never)
    await server.engine.snapshots.refresh()
    const at = '2026-05-01T12:00:00.000Z'
    const by = { at, actor: 'account/1', actorName: 'Vera', state: 'draft' } as const
    const stored = { version: 1, snapshotVersion: '0'.repeat(32), visible: '10:12:11', computedAt: at }
    const hashed = { evidence: '{}', sha256: hash('sha256', '{}'), surroundings: 'null' }
    const opened = await reviews.open(
      { proposalId: proposal.id, createdAt: at },
      { ...by, revision: 1, kind: 'opened', detail: {} },
      { ...stored, ...hashed, epoch: '6f1f0d1e-58a4-4a0c-8e0a-0c8d7b1f2a3b' },
    )
    const detail = { party: 'Funktionshinderrådet', askedOn: '2026-05-02', answeredOn: '2026-05-20' }
    await reviews.append(opened.id, {
      ...by,
      revision: 2,
      kind: 'consulted',
      detail: { ...detail, summary: 'Kiosken står i ledstråket' },
    })
    const said = async (more: object) => {
      const { id } = await statement(more)
      return textsIn((await paper('statement', `item=${id}`)).body, 'preparation')
    }
    expect(await said({})).toEqual(
      expect.arrayContaining([
        'Remiss till Funktionshinderrådet, 2 maj 2026, i trygghetsgranskningen av Kiosk i gången',
        'Kiosken står i ledstråket',
        'Granskningen är inte beslutad än.',
      ]),
    )
    expect((await said({ audience: 'parties' })).join()).not.toContain('ledstråket')
    await reviews.append(opened.id, { ...by, revision: 3, kind: 'published', detail: { stage: 'locked' } })
    expect((await said({ audience: 'parties' })).join()).toContain('ledstråket')
  })
})
