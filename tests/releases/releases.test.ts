import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  publicIndexSchema,
  releaseFiguresSchema,
  releaseManifestSchema,
} from '../../server/releases/publication/contract.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { problemOf } from '../support/serving/api-client.ts'

/** Whenever the test runs, it runs when the third quarter of 2026 is closed and the fourth is not. */
const CLOCK = { nowMs: () => Date.parse('2026-11-22T12:00:00Z') + performance.now() }

describe.each(databasesUnderTest)('releases on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Awaited<ReturnType<TestServer['as']>>
  let analyst: typeof coordinator
  beforeAll(async () => {
    server = await startTestServer({ database, clock: CLOCK, demoIncidents: 6000 })
    await server.engine.publishing.watch()
    coordinator = await server.as('coordinator')
    analyst = await server.as('analyst')
  })
  afterAll(() => server?.close())

  const fetchPublic = (path: string, init: RequestInit = {}) => fetch(`${server.url}/public/${path}`, init)
  const prepared = async (period: string) =>
    (await coordinator('POST', '/api/releases', { body: { period } })).body.items[0]

  it('are prepared by one, approved by another, published, read by everybody, and withdrawn for good', async () => {
    const release = await prepared('2026-Q2')
    expect(release).toMatchObject({
      key: '2026-Q2',
      state: 'prepared',
      attack: { breached: [] },
      address: null,
    })
    const path = `/api/releases/${release.id}`

    expect(problemOf(await coordinator('POST', `${path}/approval`)).code).toBe('forbidden')
    expect(problemOf(await analyst('POST', `${path}/publication`)).code).toBe('conflict')
    expect((await analyst('POST', `${path}/approval`)).body).toMatchObject({ state: 'approved' })
    expect((await fetchPublic('releases/2026-Q2/manifest.json')).status).toBe(404)
    const published = await coordinator('POST', `${path}/publication`)
    expect(published.body).toMatchObject({ state: 'published', address: '/public/releases/2026-Q2/' })

    const index = publicIndexSchema.parse(await (await fetchPublic('index.json')).json())
    expect(index).toMatchObject({
      demo: true,
      preparing: false,
      releases: [{ key: '2026-Q2', kind: 'quarter' }],
    })
    const response = await fetchPublic(index.releases[0]!.manifest)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const manifest = releaseManifestSchema.parse(await response.json())
    for (const file of manifest.files.filter(({ path: name }) => !name.startsWith('tiles/'))) {
      const stored = await fetchPublic(`releases/2026-Q2/${file.path}`, {
        headers: { 'accept-encoding': 'identity' },
      })
      const bytes = Buffer.from(await stored.arrayBuffer())
      expect([file.path, bytes.length, hash('sha256', bytes)]).toEqual([file.path, file.bytes, file.sha256])
      expect(stored.headers.get('set-cookie')).toBeNull()
      expect(stored.headers.get('access-control-allow-origin')).toBe('*')
    }
    const figures = releaseFiguresSchema.parse(
      await (await fetchPublic('releases/2026-Q2/figures.json')).json(),
    )
    expect(figures.areaFigures.length).toBeGreaterThan(20)

    const withdrawal = await analyst('POST', `${path}/withdrawal`, { body: { reason: 'fel källa' } })
    expect(withdrawal.body).toMatchObject({ state: 'withdrawn', withdrawn: { reason: 'fel källa' } })
    for (const name of ['manifest.json', 'areas.csv', 'tiles/8/140/75.mvt', 'never.json'])
      expect((await fetchPublic(`releases/2026-Q2/${name}`)).status).toBe(410)
    expect(problemOf(await coordinator('POST', '/api/releases', { body: { period: '2026-Q2' } })).code).toBe(
      'conflict',
    )
  })

  it('are listed with what is due, and with who may approve them', async () => {
    const before = (await analyst('GET', '/api/releases')).body
    expect(before).toMatchObject({
      approvals: 2,
      due: { periods: expect.arrayContaining(['2026-Q1', '2025']) },
    })
    for (const period of ['2026', '2026-Q4', '2026-Q2']) expect(before.due.periods).not.toContain(period)
    expect(before.due.places.count).toBeGreaterThan(0)
    const { id } = await prepared('2026-Q1')
    const listed = async (call: typeof coordinator) => {
      const { items, due } = (await call('GET', '/api/releases')).body
      const { mayApprove } = items.find((release: { id: number }) => release.id === id)
      return { mayApprove, isDue: due.periods.includes('2026-Q1') }
    }
    expect(await listed(coordinator)).toEqual({ mayApprove: false, isDue: false })
    expect(await listed(analyst)).toEqual({ mayApprove: true, isDue: false })
    await analyst('POST', `/api/releases/${id}/approval`)
    expect(await listed(analyst)).toEqual({ mayApprove: false, isDue: false })
    await coordinator('DELETE', `/api/releases/${id}`)
    expect((await analyst('GET', '/api/releases')).body.due.periods).toContain('2026-Q1')
  })

  it('are in the audit log, step by step, with actors', async () => {
    const auditLog = await server.as('admin').then((admin) => admin('GET', '/api/audit?kind=publish'))
    const steps = auditLog.body.items.map(
      ({ action, detail }: { action: string; detail: { key: string } }) => [action, detail.key],
    )
    expect(steps.toReversed().filter(([, key]: readonly string[]) => key === '2026-Q2')).toEqual(
      ['prepareRelease', 'approveRelease', 'publishRelease', 'withdrawRelease'].map((action) => [
        action,
        '2026-Q2',
      ]),
    )
  })

  it('are refused for an open period, with the reason', async () => {
    const response = await coordinator('POST', '/api/releases', { body: { period: '2026-Q4' } })
    expect(problemOf(response)).toMatchObject({
      code: 'unprocessable',
      detail: expect.stringMatching(/60 days/),
    })
    const nonsense = await coordinator('POST', '/api/releases', { body: { period: '2026-Q5' } })
    expect(problemOf(nonsense).code).toBe('invalid-body')
  })

  it('can be discarded before publication, and their period prepared again', async () => {
    const release = await prepared('2025-Q4')
    const second = await coordinator('POST', '/api/releases', { body: { period: '2025-Q4' } })
    expect(problemOf(second).code).toBe('conflict')
    expect((await analyst('DELETE', `/api/releases/${release.id}`)).status).toBe(204)
    expect((await prepared('2025-Q4')).id).not.toBe(release.id)
  })

  it('do not exist to planners, partners and administrators', async () => {
    const [{ id }] = (await coordinator('GET', '/api/releases')).body.items
    const [own, none] = [`/api/releases/${id}`, '/api/releases/999999']
    for (const role of ['planner', 'partner', 'admin'] as const) {
      const call = await server.as(role)
      expect((await call('GET', '/api/releases')).status).toBe(403)
      const [there, absent] = [await call('GET', own), await call('GET', none)]
      expect([there.status, absent.status]).toEqual([404, 404])
      expect(there.body.detail).toBe(absent.body.detail)
      expect((await call('POST', `${own}/approval`)).status).toBe(404)
    }
  })
})
