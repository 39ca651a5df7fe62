import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'
import { NO_LAYERS } from '../../../server/engine/snapshot/layer-snapshot.ts'
import { makeBatch, PLAIN_ROW, sourcesOf } from '../../support/cities/make-snapshot.ts'
import type { FeedPosition, IncidentBatch } from '../../../server/engine/snapshot/incident-batch.ts'
import type { LayerContents } from '../../../server/engine/snapshot/features.ts'
import type { IncidentFeed } from '../../../server/platform/feed/repository.ts'

interface Row {
  readonly content: IncidentContent
  readonly revision: number
  readonly live: boolean
  /** Number of the commit that wrote it. */
  readonly commit: number
}

/** A change of one incident: its content, or null to retract it. */
export type Commit = ReadonlyMap<number, Partial<IncidentContent> | null>

/** A database of incidents that lives in the test: the feed's port, with commits and failures at will. */
export interface MemoryFeed extends IncidentFeed {
  commit(change: Commit): void
  setLayers(layers: Partial<LayerContents>): void
  newEpoch(): void
  /** While set, every call of the feed rejects with it. */
  fail(error: Error | null): void
  readAsOf(): Promise<LayerContents>
  /** The live rows, as batches of a fresh load. */
  liveBatches(): readonly IncidentBatch[]
}

/** An empty one. */
export function createMemoryFeed(): MemoryFeed {
  const rows = new Map<number, Row>()
  const sources = sourcesOf([PLAIN_ROW])
  let layers: LayerContents = { ...NO_LAYERS, sources }
  let commits = 0
  let layerCommit = 0
  let epoch = 1
  let failure: Error | null = null
  const hints = new Set<() => void>()

  const position = (): FeedPosition => ({
    epoch: String(epoch),
    xmin: String(commits),
    seen: [],
    visible: `${commits}:${commits}:`,
  })
  const batchOf = (wanted: (row: Row) => boolean): readonly IncidentBatch[] => {
    const found = [...rows].filter(([, row]) => wanted(row))
    const batch = makeBatch(
      found.map(([, row]) => row.content),
      sources,
    )
    return [
      {
        ...batch,
        id: Uint32Array.from(found, ([id]) => id),
        revision: Uint32Array.from(found, ([, row]) => row.revision),
        live: Uint8Array.from(found, ([, row]) => (row.live ? 1 : 0)),
      },
    ]
  }
  const check = () => {
    if (failure !== null) throw failure
  }
  const tell = () => {
    for (const hint of hints) hint()
  }

  return {
    async load(onBatch) {
      check()
      for (const batch of batchOf((row) => row.live)) await onBatch(batch)
      return position()
    },
    async poll(from) {
      check()
      const mustReload = from.epoch !== String(epoch)
      const since = Number(from.xmin)
      const layersChanged = layerCommit > since
      const incidents = mustReload ? [] : batchOf((row) => row.commit > since)
      const changed = incidents.reduce((sum, { length }) => sum + length, 0)
      return { position: position(), incidents, changed, layersChanged, contextChanged: false, mustReload }
    },
    async onNotification(callback) {
      hints.add(callback)
      return async () => void hints.delete(callback)
    },
    async loadAsOf(visible, onBatch) {
      if (visible !== position().visible) throw new Error('The feed in memory keeps no history.')
      await this.load(onBatch)
    },
    erasedSince: () => Promise.resolve(false),
    readAsOf: () => Promise.resolve(layers),
    commit(change) {
      commits++
      for (const [id, content] of change) {
        const before = rows.get(id)
        const base = before?.content ?? { ...PLAIN_ROW, externalId: String(id) }
        rows.set(id, {
          content: { ...base, ...content },
          live: content !== null,
          revision: (before?.revision ?? 0) + 1,
          commit: commits,
        })
      }
      tell()
    },
    setLayers(next) {
      layerCommit = ++commits
      layers = { ...layers, ...next }
      tell()
    },
    newEpoch() {
      epoch++
    },
    fail(error) {
      failure = error
    },
    liveBatches: () => batchOf((row) => row.live),
  }
}
