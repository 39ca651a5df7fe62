import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishInBackground } from '../../server/demo/demo-releases.ts'
import { publicIndexSchema } from '../../server/releases/publication/contract.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

describe('the demo city’s own releases', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ demoIncidents: 2000 })
  })
  afterAll(() => server?.close())

  const index = async () =>
    publicIndexSchema.parse(await (await fetch(`${server.url}/public/index.json`)).json())
  const run = (signal: AbortSignal) =>
    publishInBackground({ ...server.engine, storage: server.storage, signal })
  const keys = async () => (await index()).releases.map(({ key }) => key)

  /** Lets it go on until so many are published, and stops it there. */
  const runUntil = async (count: number) => {
    const stop = new AbortController()
    const running = run(stop.signal)
    while ((await keys()).length < count) await delay(50)
    const { preparing } = await index()
    stop.abort()
    await running
    return preparing
  }

  it('are published once, newest first, by two persons, and continue after an interruption', async () => {
    expect(await runUntil(1)).toBe(true)
    expect((await index()).preparing).toBe(false)
    const [newest] = await keys()
    expect(newest).toMatch(/^\d{4}-Q[1-4]$/)
    expect(await runUntil(3)).toBe(true)

    const published = await keys()
    expect(published[0]).toBe(newest)
    const all = await server.database.repositories.releases.summaries()
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    const done = all.filter(({ state }) => state === 'published')
    expect(done.map(({ key }) => key).toSorted()).toEqual(published.toSorted())
    expect(done.every(({ prepared, approved }) => prepared.by !== approved!.by)).toBe(true)
    // At most the one that was being made when it stopped.
    expect(all.length - done.length).toBeLessThanOrEqual(1)
  }, 120_000)
})
