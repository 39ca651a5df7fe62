import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { directSession } from '../../server/cli/direct-session.ts'
import { publish } from '../../server/cli/publish.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import type { Session } from '../../server/cli/session.ts'
import { parseConfig } from '../../server/config/config.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const DECISION = ['--board', 'Södra stadsdelsnämnden', '--decided-on', '2026-03-12', '--section', '14']
const PUBLIC = 'public: Södra stadsdelsnämnden 2026-03-12, § 14'
const PARTNERS_ALONE = 'for its partners alone'

const config = parseConfig({})
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ signIn: null, srid: 3006 })
})
afterAll(() => server?.close())

const SESSIONS: Readonly<Record<string, () => Session>> = {
  direct: () => directSession({ ...server, engine: async () => server.engine, config }).session,
  remote: () => server.operator,
}

describe.each(['direct', 'remote'])('lagesbild publish, %s, of places', (way) => {
  let place: number
  beforeEach(async () => {
    const square = squareArea(0, 'place', [X, Y, 400, 400])
    place = (await server.storage.repositories.features.insert('areas', square)).id
    await server.engine.snapshots.refresh()
  })

  async function run(...args: readonly string[]) {
    const written = { out: '', err: '' }
    const code = await runCommand(['publish', ...args], [publish], {
      stdout: { write: (text) => (written.out += text) },
      stderr: { write: (text) => (written.err += text) },
      config: () => config,
      open: async () => SESSIONS[way]!(),
      signal: new AbortController().signal,
    })
    return { code, ...written }
  }

  it('lists each with its number and who reads its figures', async () => {
    const { code, out } = await run('places')
    expect(code).toBe(0)
    expect(out).toContain(`${place}  place 0  ${PARTNERS_ALONE}\n`)
    expect(JSON.parse((await run('places', '--json')).out)).toContainEqual(
      expect.objectContaining({ id: place, publication: null }),
    )
  })

  it('publishes a place’s figures by a board’s decision, and withdraws them with a reason', async () => {
    const decided = await run('place', String(place), ...DECISION)
    expect(decided).toEqual({ code: 0, out: `${place}  place 0  ${PUBLIC}\n`, err: '' })
    expect((await run('places')).out).toContain(`${place}  place 0  ${PUBLIC}\n`)
    const [recorded] = await server.database.knex('place_publication').where({ place_id: place })
    expect(recorded).toMatchObject({ published_by: 'operator', section: 14, withdrawn_at: null })

    const again = await run('place', String(place), ...DECISION)
    expect(again.code).not.toBe(0)
    expect(again.out).toBe('')

    const withdrawn = await run('withdraw-place', String(place), '--reason', 'Nämnden ändrade sig')
    expect(withdrawn).toEqual({ code: 0, out: `${place}  place 0  ${PARTNERS_ALONE}\n`, err: '' })
    const [ended] = await server.database.knex('place_publication').where({ place_id: place })
    expect(ended).toMatchObject({ withdrawn_by: 'operator', withdrawn_reason: 'Nämnden ändrade sig' })
  })

  it.each([
    [['place', 'NUMBER', '--board', 'Nämnden', '--section', '14'], '--decided-on'],
    [['place', 'NUMBER', '--board', 'Nämnden', '--decided-on', '2026-03-12', '--section', 'x'], '--section'],
    [['place', 'norra', ...DECISION], 'NUMBER'],
    [['place'], 'one number'],
    [['place', '99999', ...DECISION], '99999'],
    [['withdraw-place', 'NUMBER'], '--reason'],
    [['withdraw-place', 'NUMBER', '--reason', 'Nämnden ändrade sig'], 'are not public'],
  ])('refuses %j with the reason, and records nothing', async (args, rule) => {
    const refused = await run(...args.map((word) => (word === 'NUMBER' ? String(place) : word)))
    expect(refused.code).not.toBe(0)
    expect(refused.out).toBe('')
    expect(refused.err).toContain(rule)
    expect(await server.database.knex('place_publication').where({ place_id: place })).toEqual([])
  })
})
