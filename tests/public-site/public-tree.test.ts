import { describe, expect, it } from 'vitest'
import { publicIndexSchema } from '../../server/releases/publication/contract.ts'
import { releaseStoreInMemory } from '../support/release-store.ts'
import { quarterContents, yearContents } from '../support/release-fixture.ts'

type Store = ReturnType<typeof releaseStoreInMemory>

const index = async ({ read }: Store) =>
  publicIndexSchema.parse(JSON.parse(Buffer.from((await read('index.json'))!).toString()))

describe('the public tree', () => {
  it('lists the published releases, newest period first, and whether more are being prepared', async () => {
    const store = releaseStoreInMemory()
    store.tree.setPreparing(true)
    expect(await index(store)).toMatchObject({ releases: [], preparing: true, demo: true })
    for (const contents of [yearContents('2025'), quarterContents('2025-Q3'), quarterContents('2026-Q1')])
      await store.publish(contents)
    store.tree.setPreparing(false)
    const { releases, preparing } = await index(store)
    expect(preparing).toBe(false)
    expect(releases.map(({ key }) => key)).toEqual(['2026-Q1', '2025', '2025-Q3'])
    expect(releases[0]).toMatchObject({
      kind: 'quarter',
      title: { sv: 'januari–mars 2026', en: 'January–March 2026' },
      manifest: 'releases/2026-Q1/manifest.json',
    })
  })

  it('responds 410 for every file of a withdrawn release', async () => {
    const store = releaseStoreInMemory()
    await store.publish(quarterContents('2026-Q1'))
    await store.withdraw('2026-Q1')
    for (const name of ['areas.csv', 'manifest.json', 'never.txt'])
      expect(store.tree.find(`releases/2026-Q1/${name}`).kind).toBe('gone')
    expect(store.tree.find('releases/2026-Q2/areas.csv').kind).toBe('absent')
    expect((await index(store)).releases).toEqual([])
  })

  it('applies a withdrawal at once, or right after a load in progress', async () => {
    const store = releaseStoreInMemory()
    const kindOf = (key: string) => store.tree.find(`releases/${key}/areas.csv`).kind
    for (const key of ['2025-Q3', '2025-Q4'] as const) await store.publish(quarterContents(key))
    let loaded = () => {}
    store.state.loading = new Promise((resolve) => (loaded = resolve))
    const publishing = store.publish(quarterContents('2026-Q1'))
    const first = store.withdraw('2025-Q4')
    const second = store.withdraw('2025-Q3')
    loaded()
    await first
    expect(kindOf('2025-Q4')).toBe('gone')
    await Promise.all([second, publishing])
    expect([kindOf('2025-Q3'), kindOf('2026-Q1')]).toEqual(['gone', 'entry'])
  })

  it('applies a withdrawal before it has loaded concurrent publications', async () => {
    const store = releaseStoreInMemory()
    await store.publish(quarterContents('2025-Q4'))
    let loaded = () => {}
    store.state.loading = new Promise((resolve) => (loaded = resolve))
    const withdrawn = store.withdraw('2025-Q4', quarterContents('2026-Q1'))
    await expect.poll(() => store.tree.find('releases/2025-Q4/areas.csv').kind).toBe('gone')
    expect(store.tree.find('releases/2026-Q1/areas.csv').kind).toBe('elsewhere')
    loaded()
    await withdrawn
    expect(store.tree.find('releases/2026-Q1/areas.csv').kind).toBe('entry')
  })

  it('serves what it has loaded while the database is unavailable', async () => {
    const store = releaseStoreInMemory()
    await store.publish(quarterContents('2026-Q1'))
    store.state.reachable = false
    await store.tree.refresh()
    expect(store.tree.find('releases/2026-Q1/areas.csv').kind).toBe('entry')
    expect(store.state.reads).toBe(0)
  })

  it('keeps the newest in memory and reads the others on request', async () => {
    const store = releaseStoreInMemory({ maxBytes: 70_000 })
    for (const quarter of [1, 2, 4, 3] as const) await store.publish(quarterContents(`2025-Q${quarter}`))
    expect(store.tree.find('releases/2025-Q4/areas.csv').kind).toBe('entry')
    const elsewhere = [1, 2, 3].filter(
      (quarter) => store.tree.find(`releases/2025-Q${quarter}/areas.csv`).kind === 'elsewhere',
    )
    expect(elsewhere.length).toBeGreaterThan(0)
    const entry = await store.tree.read(`releases/2025-Q${elsewhere[0]}/areas.geojson`)
    expect(entry?.type).toBe('application/geo+json; charset=utf-8')
    expect(entry?.gzip?.headers).toContain('gzip')
    expect(await store.tree.read(`releases/2025-Q${elsewhere[0]}/nothing.csv`)).toBeNull()
  })
})
