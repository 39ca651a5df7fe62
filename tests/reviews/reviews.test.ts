import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directSession } from '../../server/cli/direct-session.ts'
import { verify } from '../../server/cli/verify.ts'
import { parseConfig } from '../../server/config/config.ts'
import { canonicalJson, sha256Hex } from '../../server/engine/hashes/canonical-json.ts'
import { ANALYST } from '../../server/platform/access/audience.ts'
import type { StoredEvidence } from '../../server/reviews/review.ts'
import { createReviewService } from '../../server/reviews/review-service.ts'
import { createApiClient, type Json } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

/** A city like the demo's, but open to changes. */
const INCIDENTS = 3000
const hashes = new Map<string, string>()

describe.each(databasesUnderTest)('a review ($kind)', (kind) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  let path: string
  let stored: Json
  const clock = { ms: Date.now(), nowMs: () => clock.ms }

  beforeAll(async () => {
    server = await startTestServer({ database: kind, clock, townIncidents: INCIDENTS })
    call = createApiClient(server.url)
    const opened = await call('POST', '/api/proposals/1/reviews', { body: {} })
    path = opened.headers.get('location')!
    stored = (await call('GET', path)).body
  })
  afterAll(() => server?.close())

  const verified = async () => (await call('POST', `${path}/verification`)).body
  const [lon, lat] = [0, 1]

  /** An incident in the proposal's footprint, in the period that the review counted. */
  async function reportOnSite(count: number): Promise<void> {
    const corner = stored.evidence.provenance.query.geometry.coordinates[0]
    const middle = (axis: number) => (corner[0][axis] + corner[2][axis]) / 2
    const incidents = Array.from({ length: count }, (_, k) => ({
      source: 'polisen',
      externalId: `later-${k}`,
      lon: middle(lon),
      lat: middle(lat),
      from: '2026-06-01T12:00',
      category: 'graffiti',
      setting: 'outdoor',
      precision: 'address',
    }))
    const { status, body } = await call('POST', '/api/incidents', { body: incidents })
    expect([status, body.code]).toEqual([201, undefined])
  }

  it('is the same on every database', () => {
    hashes.set(kind.kind, stored.sha256)
    expect(new Set(hashes.values()).size).toBe(1)
  })

  it('agrees when it is computed again', async () => {
    expect(await verified()).toMatchObject({
      agrees: true,
      storedIntact: true,
      versionRebuilt: true,
      differences: [],
    })
  })

  it('has the same bytes, and still agrees, when the data have changed since', async () => {
    await reportOnSite(25)
    const reviewed = async () => (await call('POST', '/api/proposals/1/reviews', { body: {} })).body.sha256
    expect(await reviewed()).toBe(stored.sha256)
    clock.ms += 40 * 86_400_000
    server.people.renew('analyst')
    call = await server.as('analyst')
    expect(await reviewed()).not.toBe(stored.sha256)
    expect((await call('GET', path)).body).toEqual(stored)
    expect(await verified()).toMatchObject({ agrees: true, recomputedSha256: stored.sha256 })
  })

  it('still agrees when a camera and an area were removed', async () => {
    for (const list of ['/api/cameras', '/api/areas']) {
      const feature = (await call('GET', `${list}?limit=1`)).body.features[0]
      const headers = { 'if-match': `"${feature.properties.revision}"` }
      const removed = await call('DELETE', `${list}/${feature.id}`, { headers })
      expect(removed.status).toBe(204)
    }
    expect(await verified()).toMatchObject({ agrees: true, recomputedSha256: stored.sha256 })
  })

  /** The service of reviews on a database in which the stored evidence is another. */
  function serviceWhere(change: (evidence: StoredEvidence) => Partial<StoredEvidence>) {
    const { engine, storage } = server
    const { reviews, releases } = storage.repositories
    const changed = {
      ...reviews,
      evidence: async (id: number): Promise<StoredEvidence | null> => {
        const stored = await reviews.evidence(id)
        return stored && { ...stored, ...change(stored) }
      },
    }
    return createReviewService({
      ...engine,
      releases,
      reviews: changed,
      clock: storage.clock,
      secondPerson: true,
    })
  }

  /** The service where the evidence was computed with other parts, and kept with its hash. */
  function serviceWhereParts(change: (parts: Json) => Json) {
    return serviceWhere(({ evidence }) => {
      const bytes = canonicalJson(change(JSON.parse(evidence)))
      return { evidence: bytes, sha256: sha256Hex(bytes) }
    })
  }

  const oneCountMore = ({ counts: [first, ...others], ...parts }: Json) => ({
    ...parts,
    counts: [{ ...first, count: first.count + 1 }, ...others],
  })

  const asOfFirstRelease = (parts: Json) =>
    Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'method'))

  it('does not verify when one stored figure was altered', async () => {
    const service = serviceWhere(({ evidence }) => ({
      evidence: evidence.replace(/"count":(\d+)/, '"count":9$1'),
    }))
    const outcome = await service.verify(stored.id, ANALYST)
    expect(outcome).toMatchObject({ agrees: false, storedIntact: false, recomputedSha256: stored.sha256 })
    expect(outcome.differences.length).toBeGreaterThan(0)
  })

  it('does not agree when the current method gives another figure', async () => {
    const outcome = await serviceWhereParts(oneCountMore).verify(stored.id, ANALYST)
    expect(outcome).toMatchObject({ figuresAgree: false, basis: 'whole', differences: ['counts'] })
  })

  it('has the version of its method', () => {
    expect(stored.evidence.method).toEqual({ id: 'lagesbild-check', version: 4 })
  })

  it('is not recomputed when another version of the method computed it, but its bytes are verified', async () => {
    const service = serviceWhereParts((parts) => ({ ...parts, method: { ...parts.method, version: 2 } }))
    const outcome = await service.verify(stored.id, ANALYST)
    expect(outcome).toMatchObject({
      storedIntact: true,
      agrees: false,
      figuresAgree: false,
      basis: 'other-method',
      recomputedSha256: null,
      differences: [],
    })
    const forged = serviceWhere(({ evidence }) => ({
      evidence: evidence.replace('"version":4', '"version":3'),
    }))
    expect(await forged.verify(stored.id, ANALYST)).toMatchObject({ storedIntact: false, agrees: false })
  })

  it('gives the verify command a specific exit code when an earlier method computed it', async () => {
    const service = serviceWhereParts((parts) => oneCountMore(asOfFirstRelease(parts)))
    let said = ''
    const output = { write: (text: string) => (said += text) }
    const code = await verify.run([String(stored.id)], {
      stdout: output,
      stderr: output,
      signal: new AbortController().signal,
      config: () => {
        throw new Error('No setting is needed.')
      },
      open: async () =>
        directSession({
          ...server,
          engine: async () => ({ ...server.engine, reviews: service }),
          config: parseConfig({}),
        }).session,
    })
    expect(said).toContain('computed by an earlier version of the method')
    expect(code).toBe(4)
    const outcome = await service.verify(stored.id, ANALYST)
    expect(outcome).toMatchObject({ storedIntact: true, basis: 'other-method', differences: [] })
  })
})
