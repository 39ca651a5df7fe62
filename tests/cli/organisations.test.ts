import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisations } from '../../server/cli/organisations.ts'
import { parseConfig } from '../../server/config/config.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { commandsOn, WAYS } from './run-on-server.ts'

const config = parseConfig({})
let server: TestServer
let placeId = 0
beforeAll(async () => {
  server = await startTestServer({ signIn: null, srid: 3006 })
  const { features } = server.storage.repositories
  const place = squareArea(0, 'place', [X, Y, 400, 400])
  const properties = { ...place.properties, name: 'Hamnen' }
  placeId = (await features.insert('areas', { ...place, properties })).id
  await server.engine.snapshots.refresh()
})
afterAll(() => server?.close())

describe.each(WAYS)('lagesbild organisations, %s', (way) => {
  const command = commandsOn({ server: () => server, way, config }, [organisations])
  const run = (...words: readonly string[]) => command('organisations', ...words)
  const name = `Hamnens vänner ${way}`

  it('adds an organisation with its kind and an area between days, changes and lists it', async () => {
    const added = await run(
      'add',
      name,
      '--kind',
      'party',
      '--area',
      'hamnen,2026-01-01,2026-12-31',
      '--json',
    )
    expect(added.code).toBe(0)
    expect(JSON.parse(added.out)).toMatchObject({
      name,
      kind: 'party',
      areas: [{ areaId: placeId, from: '2026-01-01', to: '2026-12-31' }],
      placeIds: [placeId],
    })
    const changed = await run(
      'change',
      name.toUpperCase(),
      '--kind',
      'board',
      '--name',
      `${name} AB`,
      '--json',
    )
    expect(JSON.parse(changed.out)).toMatchObject({ name: `${name} AB`, kind: 'board', placeIds: [placeId] })
    expect((await run('list')).out).toContain(`\tboard\t${placeId}\t${name} AB`)
  })

  it.each([
    [['add', name], 2, /--kind/],
    [['add', name, '--kind', 'nämnd'], 2, /kind/],
    [['add', name, '--kind', 'party', '--area', 'Ingenstans'], 1, /no place or district Ingenstans/],
    [['change', 'Ingen', '--kind', 'board'], 1, /no organisation Ingen/],
    [['remove', name], 2, /add, change or list/],
  ] as const)('refuses %j', async (words, code, reason) => {
    const refused = await run(...words)
    expect(refused.code).toBe(code)
    expect(refused.err).toMatch(reason)
  })
})
