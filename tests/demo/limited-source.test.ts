import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemoSource, wardensRows } from '../../server/demo/demo-source.ts'
import { incidentsFile } from '../../server/demo/files/incidents-file.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const SQUARE = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
  [0, 0],
]

describe('what the wardens of the demo city have noted', () => {
  it('is the same on every machine, in no category that a follow-up of the demo counts', () => {
    const rows = wardensRows({ type: 'Polygon', coordinates: [SQUARE] })
    expect(rows).toHaveLength(72)
    expect(hash('sha256', incidentsFile(rows))).toBe(
      'c1e57d8add7628339ce77c5dca8771fcbdc7add75c194e87b697f78ecd425a8e',
    )
  })
})

describe.each(databasesUnderTest)('the source of two boards in the demo city, on $kind', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database, townIncidents: 3000, signIn: null })
    const { repositories, projection } = server.storage
    await seedDemoSource({ repositories, projection })
    await seedDemoSource({ repositories, projection })
    await server.engine.snapshots.refresh()
  })
  afterAll(() => server?.close())

  it('shows its incidents to its boards, and to another its name and nothing of it', async () => {
    const { people } = server.storage.repositories
    const organisations = await people.organisations()
    const analystOf = async (board: string) => {
      const { id } = organisations.find(({ name }) => name === board)!
      await people.update((await server.people.of('analyst')).accountId, { organisationId: id })
      server.people.renew('analyst')
      return server.as('analyst')
    }
    const SURFACE = '/api/hotspots?cell=400&group=environment&from=2024-01-01&to=2026-01-01'
    const counted = async (board: string): Promise<Json> => {
      const by = await analystOf(board)
      const { analysis } = (await by('GET', SURFACE)).body
      const { items } = (await by('GET', '/api/incidents?source=parkvardar&limit=1000')).body
      return { count: analysis.incidents, named: JSON.stringify(analysis.notices), rows: items?.length ?? 0 }
    }
    const own = await counted('Kommunstyrelsen')
    const foreign = await counted('Trafiknämnden')
    expect([own.rows, foreign.rows]).toEqual([72, 0])
    expect(own.count).toBeGreaterThan(foreign.count)
    expect(own.named).not.toContain('Parkvärdarnas dagbok')
    expect(foreign.named).toContain('Parkvärdarnas dagbok')
  })
})
