import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ITEMS, MEASURE, type Kind } from '../matrix/work-contents.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const STEP = { at: '2026-03-01T12:00:00.000Z', by: 'account/3', name: 'Åsa Hemlig' }
const AUDIENCES = ['authorities', 'parties', 'public'] as const
/** What is shown of a kind, in a state, once it is for the city’s page. */
const SHOWN: Readonly<Partial<Record<Kind, string>>> = {
  measure: 'proposed',
  commitment: 'open',
  evaluation: 'computed',
  promise: 'decided',
  notice: 'published',
}
const TIMED = { beginsOn: '2026-01-01', endsOn: '2026-12-31', publishedAt: STEP.at, correctedAt: null }

/** Every text of a content with a mark of its own. */
function marked<T>(value: T, mark: string): T {
  if (typeof value === 'string') return (/^[A-ZÅÄÖ]/.test(value) ? `${value} ${mark}` : value) as T
  if (Array.isArray(value)) return value.map((part) => marked(part, mark)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, marked(part, mark)])) as T
}

describe.each(databasesUnderTest)('what is public of the work on the $kind database', (database) => {
  let server: TestServer
  let place = 0
  beforeAll(async () => {
    const clock = { nowMs: () => Date.parse('2026-06-01T12:00Z') }
    server = await startTestServer({ database, srid: 3006, clock })
    const { features } = server.storage.repositories
    await features.insert('areas', squareArea(0, 'district', [X, Y, 2000, 2000]))
    place = (await features.insert('areas', squareArea(1, 'place', [X + 200, Y + 200, 400, 400]))).id
    await server.engine.snapshots.refresh()
  })
  afterAll(() => server?.close())

  /** Every file of the public tree, as text. */
  async function publicTexts(): Promise<string> {
    const { publishing } = server.engine
    await publishing.load()
    return [...publishing.tree.entries().values()].map(({ identity }) => identity.bytes.toString()).join('\n')
  }

  it('is exactly what its owner has marked as public, for every kind, state and audience', async () => {
    const { work } = server.storage.repositories
    const allowed: string[] = []
    const forbidden: string[] = []
    const plant = async (
      kind: Kind,
      state: string,
      audience: (typeof AUDIENCES)[number],
      partOf: number | null,
    ) => {
      const mark = `mark-${kind}-${state}-${audience}-x`
      const content = { ...marked(ITEMS[kind].content, mark), ...TIMED }
      const insert = { kind, areaId: place, audience, state, dueOn: '2026-06-12', partOf, content }
      const isShown = audience === 'public' && state === SHOWN[kind]
      ;(isShown ? allowed : forbidden).push(mark)
      const [stored] = await work.write([{ insert }], STEP)
      return { stored: stored!, content, mark }
    }
    for (const audience of AUDIENCES) {
      const measure = await plant('measure', 'proposed', audience, null)
      const conclusion = await plant('evaluation', 'computed', audience, measure.stored.id)
      const { result } = conclusion.content as unknown as { result: object }
      const counted = { ...result, measure: { id: measure.stored.id }, series: [{ site: 7_654_321 }] }
      const content = { ...conclusion.content, result: counted, learnt: `Lärdom ${conclusion.mark}` }
      const { id, revision } = conclusion.stored
      await work.write([{ id, revision, change: { ...conclusion.stored, content } }], STEP)
      const others = (Object.keys(ITEMS) as Kind[]).filter(
        (kind) => !['measure', 'evaluation'].includes(kind),
      )
      for (const kind of others)
        for (const state of new Set([ITEMS[kind].state, SHOWN[kind] ?? 'closed']))
          await plant(kind, state, audience, null)
    }
    const texts = await publicTexts()
    expect(forbidden.filter((mark) => texts.includes(mark))).toEqual([])
    expect(allowed.filter((mark) => !texts.includes(mark))).toEqual([])
    for (const secret of ['7654321', 'Åsa Hemlig', 'account/', '"amountSek"'])
      expect(texts).not.toContain(secret)
  })

  it('is marked by its owner alone, and unmarked again at once', async () => {
    const { people } = server.storage.repositories
    const party = await people.insertOrganisation({ name: 'Handlarna vid torget', placeIds: [place] })
    const { accountId } = await server.people.of('partner')
    await people.update(accountId, { organisationId: party.id })
    server.people.renew('partner')
    const [coordinator, partner] = [await server.as('coordinator'), await server.as('partner')]
    const add = async (who: Call, owner: string, audience: string) => {
      const body = { areaId: place, ...MEASURE, title: `Åtgärd av ${owner}`, owner, audience }
      const { status, body: reply } = await who('POST', '/api/measures', { body })
      return [status, reply.problems?.[0]?.field ?? null]
    }
    expect(await add(coordinator, 'Handlarna vid torget', 'public')).toEqual([403, 'audience'])
    expect(await add(partner, 'Trafiknämnden', 'public')).toEqual([403, 'audience'])
    expect(await add(coordinator, 'Trafiknämnden', 'public')).toEqual([201, null])
    expect(await add(partner, 'handlarna vid torget', 'public')).toEqual([201, null])
    const commitment = { areaId: place, what: 'Vi tänder lampan', who: 'Handlarna vid torget' }
    const stored = await coordinator('POST', '/api/commitments', { body: commitment })
    const mark = (who: Call, revision: number, audience: string) =>
      who('PATCH', `/api/commitments/${stored.body.id}`, {
        body: { audience },
        headers: { 'if-match': `"${revision}"` },
      })
    expect((await mark(coordinator, 1, 'public')).status).toBe(403)
    expect((await mark(partner, 1, 'public')).status).toBe(200)
    expect(await publicTexts()).toContain('Vi tänder lampan')
    expect((await mark(coordinator, 2, 'parties')).status).toBe(200)
    expect(await publicTexts()).not.toContain('Vi tänder lampan')
  })
})
