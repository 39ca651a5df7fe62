import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const ILS = { level: 'board_goal', code: '2.1', year: 2026 }
const REPORT = { occasion: 't1', year: 2026, board: 'Trafiknämnden' }

describe.each(databasesUnderTest)(
  'a board’s report on a reporting date, on the $kind database',
  (database) => {
    let server: TestServer
    let coordinator: Call
    let goal: Json
    let place = 0
    beforeAll(async () => {
      server = await startTestServer({ database, srid: 3006 })
      const square = squareArea(0, 'place', [X, Y, 400, 400])
      place = (await server.storage.repositories.features.insert('areas', square)).id
      await server.engine.snapshots.refresh()
      coordinator = await server.as('coordinator')
      const problem = await add('problems', { title: 'Bråk på kvällarna', subject: 'people' })
      goal = await add('goals', {
        partOf: problem.id,
        what: '=Färre; bråk',
        indicatorKind: 'own_count',
        indicator: 'Väktarnas anteckningar',
        baseline: 40,
        target: 20,
        ils: ILS,
      })
    })
    afterAll(() => server?.close())

    const post = (path: string, body: object) =>
      coordinator('POST', `/api/${path}`, { body: { areaId: place, ...body } })
    const add = async (path: string, body: object): Promise<Json> => {
      const response = await post(path, body)
      expect([response.status, response.body.detail]).toEqual([201, undefined])
      return response.body
    }
    const patch = (report: Json, body: object) =>
      coordinator('PATCH', `/api/board-reports/${report.id}`, {
        body,
        headers: { 'if-match': `"${report.revision}"` },
      })
    const entry = () => ({
      itemId: goal.id,
      title: goal.what,
      status: 'delayed',
      sentence: 'Vi väntar på el.',
    })
    const steering = async (year: number) =>
      (await coordinator('GET', `/api/steering-goals?year=${year}`)).body.items

    it('is filed when it reports every open goal, and then no longer changes', async () => {
      const draft = await add('board-reports', REPORT)
      expect([draft.state, draft.reportingDate]).toEqual(['draft', '2026-04-30'])
      const early = await patch(draft, { state: 'filed' })
      expect([early.status, early.body.problems[0]]).toEqual([
        409,
        {
          field: 'entries',
          rule: `a filed report tells of every open goal and decided measure; left out: ${goal.id}`,
        },
      ])
      const filed = await patch(draft, { state: 'filed', entries: [entry()] })
      expect([filed.status, filed.body.state]).toEqual([200, 'filed'])
      const changed = await patch(filed.body, { board: 'En annan nämnd' })
      expect([changed.status, changed.body.problems[0].field]).toEqual([409, 'state'])
    })

    it('refuses goals and measures of other areas, and a repeated goal', async () => {
      const strange = await post('board-reports', { ...REPORT, entries: [{ ...entry(), itemId: 999_999 }] })
      expect([strange.status, strange.body.problems[0].rule]).toEqual([
        409,
        '999999 is no goal or measure of this area',
      ])
      const twice = await post('board-reports', { ...REPORT, entries: [entry(), entry()] })
      expect([twice.status, twice.body.problems[0].rule]).toEqual([409, 'each goal or measure stands once'])
    })

    it('appears beside its goal in the list of steering goals, in JSON and in CSV without formulas', async () => {
      expect(await steering(2025)).toEqual([])
      expect(await steering(2026)).toEqual([
        expect.objectContaining({ ...ILS, goalId: goal.id, occasion: 't1', status: 'delayed' }),
      ])
      const csv = await coordinator('GET', '/api/steering-goals?year=2026&format=csv')
      expect(csv.headers.get('content-disposition')).toBe('attachment; filename="ils-2026.csv"')
      const [, line] = csv.body.split('\r\n')
      expect(line).toContain('"\'=Färre; bråk"')
      expect(line).toMatch(/,open,t1,delayed,Vi väntar på el\.$/)
    })
  },
)
