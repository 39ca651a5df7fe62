import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishInBackground } from '../../server/composition/demo-releases.ts'
import { publicIndexSchema } from '../../server/contract/public-files.ts'
import { startTestServer, type TestServer } from '../support/start-server.ts'

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

  it('are published once, newest first; what was interrupted goes on where it stopped', async () => {
    const stopped = new AbortController()
    const first = run(stopped.signal)
    while ((await keys()).length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect((await index()).preparing).toBe(true)
    stopped.abort()
    await first
    expect((await index()).preparing).toBe(false)
    const [newest] = await keys()
    expect(newest).toMatch(/^\d{4}-Q[1-4]$/)

    await run(new AbortController().signal)
    const all = await keys()
    expect(all[0]).toBe(newest)
    expect(all.filter((key) => key.includes('Q'))).toHaveLength(4)
    expect(all.filter((key) => !key.includes('Q'))).toHaveLength(2)
    const { releases } = server.database.repositories
    const before = await releases.summaries()
    expect(before.every(({ state }) => state === 'published')).toBe(true)
    expect(before.every(({ prepared, approved }) => prepared.by !== approved!.by)).toBe(true)
    expect(before.filter(({ kind }) => kind === 'place').length).toBeGreaterThan(0)

    await run(new AbortController().signal)
    expect(await releases.summaries()).toEqual(before)
  })
})
