import type { Log } from '../../platform/log.ts'
import type { ComputePool } from '../../platform/workers/compute-pool.ts'
import type { LayerSnapshot, Snapshot } from '../../engine/snapshot/types.ts'
import { entriesOf, type PublicEntry } from '../../platform/http/public/public-entry.ts'
import { isOnBaseMap, type PublicLayerInput } from './public-features.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import { createCatchUp, type PublicIndex, type ReleaseFile } from '../../releases/index.ts'
import type { DocumentRepository } from '../../reviews/index.ts'

/** The public layers in memory: made again when their contents change. */
export interface PublicLayerStore {
  entries(): ReadonlyMap<string, PublicEntry>
  list(): PublicIndex['layers']
  /** Calls back when entries have changed. */
  onChange(callback: () => void): void
  /** Resolves when all changes before the call are visible. */
  refresh(): Promise<void>
}

interface Deps {
  readonly snapshots: SnapshotStore
  readonly handlings: Pick<DocumentRepository, 'publishedDocuments' | 'publishedSoFar'>
  readonly pool: ComputePool
  readonly log: Log
}

const TASK = new URL('./public-layers-task.ts', import.meta.url)

const TITLES: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  cameras: { sv: 'Kamerabevakade områden', en: 'Areas under camera surveillance' },
  guards: { sv: 'Ordningsvakters tillståndsområden', en: 'Permit areas of guards' },
  'focus-areas': { sv: 'Fokusområden', en: 'Focus areas' },
  districts: { sv: 'Stadsdelar', en: 'Districts' },
  handlings: { sv: 'Trygghetsgranskningar', en: 'Safety reviews' },
  context: { sv: 'Karta', en: 'Map' },
}

/** Updates the public layers with the snapshot. */
export function createLayerStore({
  snapshots,
  handlings: publicDocuments,
  pool,
  log,
}: Deps): PublicLayerStore {
  let entries: ReadonlyMap<string, PublicEntry> = new Map()
  let seen = ''
  let tell = () => {}

  const remake = async () => {
    const soFar = await publicDocuments.publishedSoFar()
    const { layers, projection } = current()
    const state = `${layers.digest} ${soFar}`
    if (state === seen) return
    const input = {
      ...inputOf(layers),
      handlings: await publicDocuments.publishedDocuments(),
      srid: projection.srid,
    }
    const files = await pool.run<unknown, readonly ReleaseFile[]>(TASK, input, { always: true })
    entries = entriesOf(new Map(files.map((file) => [file.path, file])), 'layers/')
    seen = state
    tell()
  }
  /** The small layers are not in shared memory, so the lease need not be held. */
  const current = (): Snapshot => {
    const { snapshot, release } = snapshots.acquire()
    release()
    return snapshot
  }

  return {
    entries: () => entries,
    list: () =>
      Object.entries(TITLES)
        .filter(([id]) => entries.has(`layers/${id}.geojson`))
        .map(([id, title]) => ({ id, href: `layers/${id}.geojson`, title })),
    onChange(callback) {
      tell = callback
    },
    refresh: createCatchUp(() =>
      remake().catch((error: unknown) =>
        log.warn({ reason: String(error) }, 'the public layers could not be made'),
      ),
    ),
  }
}

function inputOf(layers: LayerSnapshot): Omit<PublicLayerInput, 'handlings'> {
  return {
    cameras: layers.features('cameras'),
    zones: layers.features('patrol-zones'),
    focusAreas: layers.features('focus-areas'),
    areas: layers
      .features('areas')
      .filter(({ properties: { kind } }) => kind === 'district' || kind === 'water'),
    context: layers.context.filter(isOnBaseMap),
  }
}
