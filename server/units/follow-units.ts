import type { IncidentColumns } from '../engine/snapshot/incident-columns.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { CubeRules } from '../engine/units/place-rows.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { BaseCubeTask } from './base-cube-task.ts'
import type { BaseCube, LiveCube, LiveCubeTask } from './live-cube-task.ts'
import { UNITS_DEADLINE_MS, unitTask } from './make-units.ts'
import type { ToldUnits, UnitQuery } from './units.ts'

const LIVE_TASK = new URL('./live-cube-task.ts', import.meta.url)
const BASE_TASK = new URL('./base-cube-task.ts', import.meta.url)
/** The base that is read and, from when it is built until it is read, the next one. */
const MAX_BASES = 2

/** The units of one query, version after version. */
export interface FollowedUnits {
  /** The caller holds the snapshot. */
  of(snapshot: Snapshot, query: UnitQuery): Promise<ToldUnits>
  /** Makes the cube of a base that is going to be read. The caller holds it. */
  prepare(base: IncidentColumns): Promise<void>
  /** Bytes of the cubes that are remembered. */
  bytes(): number
}

interface Version {
  readonly name: string
  readonly units: Promise<ToldUnits>
  bytes: number
}

/** A base is known by its columns, for their memory is used again for others. */
interface KnownBase extends BaseCube {
  readonly columns: WeakRef<IncidentColumns>
}

/** Remembers the units of the version last asked for, and the cube of its base, from which those of the next are made. */
export function followUnits(pool: Pick<ComputePool, 'run'>, zone: Zone): FollowedUnits {
  let latest: Version | null = null
  let bases: readonly KnownBase[] = []
  let rules: CubeRules | null = null

  const knownBase = (columns: IncidentColumns) => bases.find((base) => base.columns.deref() === columns)

  function remember(columns: IncidentColumns, { cube, registerOfSource }: BaseCube): void {
    const others = bases.filter((base) => base.columns.deref() !== columns)
    bases = [{ columns: new WeakRef(columns), cube, registerOfSource }, ...others].slice(0, MAX_BASES)
  }

  async function make(snapshot: Snapshot, query: UnitQuery, before: Version | null): Promise<ToldUnits> {
    // Made one after the other, the next has the base of the one before.
    await before?.units.catch(() => {})
    const columns = snapshot.segments[0]?.columns
    const known = columns && knownBase(columns)
    const base = known === undefined ? null : { cube: known.cube, registerOfSource: known.registerOfSource }
    const task = { ...unitTask(snapshot, query, zone), base }
    const made = await pool.run<LiveCubeTask, LiveCube>(LIVE_TASK, task, { deadlineMs: UNITS_DEADLINE_MS })
    if (columns !== undefined && made.base !== null) {
      remember(columns, made.base)
      rules = { ...task.rules, registerOfSource: made.base.registerOfSource }
    }
    return made.units
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
      if (rules === null) return
      const { registerOfSource } = rules
      const cube = await pool.run<BaseCubeTask, UnitCube>(BASE_TASK, { columns, rules }, { always: true })
      remember(columns, { cube, registerOfSource })
    },
    bytes: () => bases.reduce((sum, { cube }) => sum + cube.buffer.byteLength, latest?.bytes ?? 0),
  }
}
