import { describe, expect, it } from 'vitest'
import { SILENT } from '../../../server/platform/log.ts'
import type { PublishedDocument } from '../../../server/reviews/documents/document-stages.ts'
import { createLayerStore } from '../../../server/public-site/layers/layer-store.ts'
import type { ComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { makeSnapshot } from '../../support/cities/make-snapshot.ts'
import { rectangle } from '../../support/cities/rectangle.ts'
import type { SnapshotStore } from '../../../server/platform/feed/snapshot-store.ts'

const DOCUMENT: PublishedDocument = {
  id: 7,
  title: 'Kvarteret Eken',
  caseNumber: '2026/17',
  decision: 'support',
  conditions: [],
  decidedAt: '2026-03-01T12:00:00.000Z',
  publishedAt: '2026-03-02T12:00:00.000Z',
  footprint: rectangle(674_000, 6_581_000, 200, 100),
  from: '2025-01-01T00:00:00.000Z',
  to: '2026-01-01T00:00:00.000Z',
  lines: [],
}
/** Runs tasks on the calling thread. */
const pool = {
  run: async (task: URL, input: unknown) => (await import(task.href)).default(input),
} as unknown as ComputePool

/** The store over a city whose public documents a test publishes; counts how often their texts were read. */
function storeOf() {
  const snapshot = makeSnapshot({ rows: [{}] })
  const snapshots = { acquire: () => ({ snapshot, release() {} }) } as unknown as SnapshotStore
  const published: PublishedDocument[] = []
  let reads = 0
  const publicDocuments = {
    publishedSoFar: async () => String(published.length),
    async publishedDocuments() {
      reads++
      return published
    },
  }
  const store = createLayerStore({ snapshots, handlings: publicDocuments, pool, log: SILENT })
  const text = () => store.entries().get('layers/handlings.geojson')!.identity.bytes.toString()
  return { store, published, reads: () => reads, text }
}

describe('the public layers in memory', () => {
  it('show a public document once it is published, and read the texts of such documents only then', async () => {
    const { store, published, reads, text } = storeOf()
    await store.refresh()
    await store.refresh()
    expect([reads(), JSON.parse(text()).features]).toEqual([1, []])
    published.push(DOCUMENT)
    await store.refresh()
    await store.refresh()
    expect([reads(), text()]).toEqual([2, expect.stringContaining('Kvarteret Eken')])
  })
})
