import type { IncidentColumns } from '../engine/snapshot/incident-columns.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { BaseUnits } from './base-units.ts'
import type { BaseUnitsTask } from './base-units-task.ts'
import type { LiveCube, LiveCubeTask } from './live-cube-task.ts'
import { UNITS_DEADLINE_MS, unitTask } from './make-units.ts'
import type { UnitRules } from './reader-units.ts'
import type { ReaderUnits, TimedUnitQuery } from './units.ts'

const LIVE_TASK = new URL('./live-cube-task.ts', import.meta.url)
const BASE_TASK = new URL('./base-units-task.ts', import.meta.url)
/** The current base and, while it is prepared, the next one. */
const MAX_BASES = 2

/** The units of one query, version after version. */
export interface FollowedUnits {
  /** The caller holds the snapshot. */
  of(snapshot: Snapshot, query: TimedUnitQuery): Promise<ReaderUnits>
  /** Builds the cube of the next base. The caller holds it. */
  prepare(base: IncidentColumns): Promise<void>
  /** Bytes of the cached cubes. */
  bytes(): number
}

interface Version {
  readonly name: string
  readonly units: Promise<ReaderUnits>
  bytes: number
}

/** Bases are identified by their columns object, because their memory is reused. */
interface KnownBase {
  readonly columns: WeakRef<IncidentColumns>
  readonly units: BaseUnits
}

/**
 * Caches the units of the latest requested version and the cube of its base, from which the next version's are made.
 */
export function followUnits(pool: Pick<ComputePool, 'run'>, zone: Zone): FollowedUnits {
  let latest: Version | null = null
  let bases: readonly KnownBase[] = []
  let lastRules: UnitRules | null = null

  function remember(columns: IncidentColumns, units: BaseUnits): void {
    const others = bases.filter((base) => base.columns.deref() !== columns)
    bases = [{ columns: new WeakRef(columns), units }, ...others].slice(0, MAX_BASES)
  }

  async function make(
    snapshot: Snapshot,
    query: TimedUnitQuery,
    before: Version | null,
  ): Promise<ReaderUnits> {
    // One after another, so that the next can use the base of the one before.
    await before?.units.catch(() => {})
    const columns = snapshot.segments[0]?.columns
    const known = bases.find((base) => base.columns.deref() === columns)
    const task = { ...unitTask(snapshot, query, zone), base: known?.units ?? null }
    const { units, base } = await pool.run<LiveCubeTask, LiveCube>(LIVE_TASK, task, {
      deadlineMs: UNITS_DEADLINE_MS,
    })
    if (columns !== undefined && base !== null) {
      remember(columns, base)
      lastRules = { reader: task.reader, rules: { ...task.rules, registerOfSource: base.registerOfSource } }
    }
    return units
  }

  return {
    of(snapshot, query) {
      const name = `${snapshot.position.epoch}|${snapshot.version}`
      if (latest?.name === name) return latest.units
      const version: Version = { name, units: make(snapshot, query, latest), bytes: 0 }
      latest = version
      version.units.then(
        ({ cube }) => {
          version.bytes = cube.buffer.byteLength
        },
        () => {
          if (latest === version) latest = null
        },
      )
      return version.units
    },
    async prepare(columns) {
      if (lastRules === null) return
      const task = { ...lastRules, columns }
      remember(columns, await pool.run<BaseUnitsTask, BaseUnits>(BASE_TASK, task, { always: true }))
    },
    bytes: () => bases.reduce((sum, { units }) => sum + units.cube.buffer.byteLength, latest?.bytes ?? 0),
  }
}
