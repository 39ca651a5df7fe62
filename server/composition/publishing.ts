import type { PublicTree } from '../platform/http/public/public-tree.ts'
import type { Log } from '../platform/log.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { Storage } from './storage.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import {
  createLongWork,
  createReleases,
  type LongWork,
  type PublishService,
  type ReleaseComputer,
} from '../releases/index.ts'
import {
  createLayerStore,
  createPublicTree,
  createPublicWorkStore,
  createReleaseStore,
} from '../public-site/index.ts'

/** Publishing service and public tree. */
export interface Publishing {
  readonly releases: PublishService
  readonly work: LongWork
  readonly tree: PublicTree
  /** Loads the tree and keeps it current; resolves when it is loaded. */
  watch(): Promise<void>
  /** Loads the tree once. */
  load(): Promise<void>
  close(): void
}

interface Deps {
  readonly storage: Storage
  readonly snapshots: SnapshotStore
  readonly computer: ReleaseComputer
  readonly pool: ComputePool
  readonly log: Log
  readonly approvals: 1 | 2
  readonly round: Omit<Parameters<typeof createPublicWorkStore>[0], 'zone' | 'cityName' | 'cityId' | 'log'>
}

/** Memory for files of releases; others are read from the database on request. */
const MAX_BYTES = 256 * 2 ** 20
/** Another process may publish or withdraw on the same PostGIS: it shows within a second. */
export const RELEASE_POLL_MS = 400
/** Public documents are published seldom; on the embedded database only this process publishes. */
const LAYER_POLL_MS = 5_000
/** Whatever process wrote it, a notice is out within seconds; so is the end of a day. */
const WORK_POLL_MS = 5_000

/** Puts releases and the public tree together. */
export function createPublishing(deps: Deps): Publishing {
  const { storage, snapshots, pool, log, round } = deps
  const { repositories, city, zone } = storage
  const { releases, reviews: publicDocuments } = repositories
  const store = createReleaseStore({ releases, log, maxBytes: MAX_BYTES })
  const layers = createLayerStore({ snapshots, handlings: publicDocuments, pool, log })
  const { snapshot, release } = snapshots.acquire()
  release()
  const cityId = snapshot.position.epoch
  const work = createPublicWorkStore({ ...round, zone, cityName: city.name, cityId, log })
  const tree = createPublicTree({ store, layers, work, demo: city.demo, reportUrl: city.reportUrl, log })
  const timers: NodeJS.Timeout[] = []
  let stopListening = () => {}

  const load = async () => {
    await Promise.all([tree.refresh(), layers.refresh(), work.refresh()])
  }

  return {
    releases: createReleases({ ...storage, ...deps, onChange: () => tree.refresh() }),
    work: createLongWork(),
    tree,
    load,
    async watch() {
      stopListening = snapshots.onChange(() => void layers.refresh())
      timers.push(setInterval(() => void layers.refresh(), LAYER_POLL_MS).unref())
      timers.push(setInterval(() => void work.refresh(), WORK_POLL_MS).unref())
      const releasePollMs = city.url === null ? LAYER_POLL_MS : RELEASE_POLL_MS
      timers.push(setInterval(() => void tree.refresh(), releasePollMs).unref())
      await load()
    },
    close() {
      stopListening()
      for (const timer of timers) clearInterval(timer)
    },
  }
}
