import { DomainError } from '../engine/errors.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { UnitCut } from '../engine/units/unit-cut.ts'
import { underMaintenance } from '../platform/access/maintenance.ts'
import type { Clock } from '../platform/clock.ts'
import type { PastLease } from '../platform/feed/as-of.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { Log } from '../platform/log.ts'
import { createResultCache } from '../platform/result-cache.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { type CutDay, isDue, mayCut, monthText, nextCutMs } from './cut-months.ts'
import { createDisclosable } from './disclosable.ts'
import { createLiveUnits } from './live-units.ts'
import { createUnitMaker, unitsKey } from './make-units.ts'
import type { UnitCutRepository } from './repository.ts'
import type { ReaderUnits, UnitQuery, Units } from './units.ts'

export interface UnitServiceDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire' | 'refresh' | 'beforeCompacted'>
  readonly cuts: UnitCutRepository
  /** The snapshot at a stored `visible` text, as far as it is kept. */
  readonly openAsOf: (visible: string) => Promise<PastLease>
  readonly pool: Pick<ComputePool, 'run'>
  readonly zone: Zone
  readonly clock: Clock
  readonly log: Pick<Log, 'info' | 'warn'>
  readonly cutDay: CutDay
  /** While true no automatic cut is made, so that readers never wait for an import. */
  readonly isUnderMaintenance: () => boolean
}

/** The cut behind the figures of planners and coordinators. */
export interface CutStatus {
  /** Null before the first cut that discloses anything. */
  readonly cut: UnitCut | null
  /** When the next automatic cut is due or, with manual cuts, one may be made; null before the first. */
  readonly nextMs: number | null
  readonly byHand: boolean
}

export interface UnitService {
  /** Makes a cut where one is due. Called before a snapshot is acquired, so that the snapshot has it. */
  ready(): Promise<void>
  /**
   * Units as of the latest cut in a snapshot: what planners and coordinators see, and what is filed. The caller holds
   * the snapshot.
   *
   * @throws DomainError `unprocessable` before the first cut
   */
  ofCut(snapshot: Snapshot, query: UnitQuery): Promise<Units>
  /** Units as of the snapshot itself, for audiences that see rows. */
  live(snapshot: Snapshot, query: UnitQuery): Promise<Units>
  /** Makes this month's cut. @throws DomainError `conflict` when it has one */
  cut(): Promise<CutStatus>
  status(): CutStatus
}

const CACHE_BYTES = 384 * 2 ** 20

/** Cuts of units, and units made from incidents once for each cut or version, population and set of sources. */
export function createUnitService(deps: UnitServiceDeps): UnitService {
  const { snapshots, cuts, openAsOf, zone, clock, log, cutDay, isUnderMaintenance } = deps
  const make = createUnitMaker(deps.pool, zone)
  const live = createLiveUnits(deps.pool, zone)
  const isDisclosable = createDisclosable(deps.pool)
  snapshots.beforeCompacted((base) => live.prepare(base))
  const made = createResultCache<ReaderUnits>({
    maxBytes: CACHE_BYTES,
    sizeOf: ({ cube }) => cube.buffer.byteLength,
  })
  let inFlight: Promise<void> | null = null

  async function onLatest<T>(work: (snapshot: Snapshot) => T | Promise<T>): Promise<T> {
    const { snapshot, release } = snapshots.acquire()
    try {
      return await work(snapshot)
    } finally {
      release()
    }
  }

  /** Whether the latest cut discloses nothing and a new one would, which is then due in the same month. */
  const isFirst = async (snapshot: Snapshot): Promise<boolean> =>
    snapshot.layers.cut?.discloses === false && (await isDisclosable(snapshot))

  async function add(): Promise<boolean> {
    const madeAtMs = clock.nowMs()
    const { version, isAdded } = await onLatest(async (snapshot) => {
      const { version, position } = snapshot
      const { epoch, visible } = position
      const discloses = await isDisclosable(snapshot)
      const cut = { madeAtMs, epoch, visible, version, discloses }
      return { version, isAdded: await cuts.add(cut, monthText(zone, madeAtMs)) }
    })
    if (isAdded) log.info({ version }, 'units were cut for planners and coordinators')
    await snapshots.refresh()
    return isAdded
  }

  async function addWhenDue(last: UnitCut | null): Promise<void> {
    try {
      if (isUnderMaintenance()) throw underMaintenance()
      await add()
    } catch (error) {
      if (last === null) throw error
      log.warn({ err: error }, 'the cut of this month could not be made; the previous one is used')
    }
  }

  function status(): CutStatus {
    const { snapshot, release } = snapshots.acquire()
    release()
    const cut = snapshot.layers.cut?.discloses === true ? snapshot.layers.cut : null
    return { cut, nextMs: cut && nextCutMs(zone, cut, cutDay), byHand: cutDay === 'none' }
  }

  return {
    async ready() {
      const { cut, due } = await onLatest(async (snapshot) => {
        const { cut } = snapshot.layers
        return { cut, due: isDue(zone, cut, cutDay, clock.nowMs()) || (await isFirst(snapshot)) }
      })
      if (!due) return
      inFlight ??= addWhenDue(cut).finally(() => {
        inFlight = null
      })
      await inFlight
    },

    async ofCut(snapshot, query) {
      const { cut } = snapshot.layers
      if (cut === null) throw new DomainError('unprocessable', 'There are no incidents to tell of yet.')
      const key = [cut.epoch, 'cut', cut.id, cut.purges, unitsKey(query)].join('|')
      const timed = { ...query, atMs: cut.madeAtMs }
      const units = await made.get(key, async () => {
        if (snapshot.version === cut.version) return make(snapshot, timed)
        const past = await openAsOf(cut.visible)
        try {
          return await make(past.snapshot, timed)
        } finally {
          past.release()
        }
      })
      return { ...units, key, version: units.digest ?? cut.version, atMs: cut.madeAtMs }
    },

    async live(snapshot, query) {
      const key = [snapshot.position.epoch, snapshot.version, unitsKey(query)].join('|')
      const units = await live.of(snapshot, { ...query, atMs: clock.nowMs() })
      return { ...units, key, version: units.digest ?? snapshot.version, atMs: clock.nowMs() }
    },

    async cut() {
      const isOpen = await onLatest(
        async (snapshot) => mayCut(zone, snapshot.layers.cut, clock.nowMs()) || (await isFirst(snapshot)),
      )
      if (!isOpen || !(await add()))
        throw new DomainError('conflict', 'This month has its cut: one a calendar month is made.')
      return status()
    },

    status,
  }
}
