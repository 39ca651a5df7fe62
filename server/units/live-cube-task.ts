import { buildBaseCube, buildOnBase } from '../engine/units/cube-on-base.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { cubeBuilder, toldUnits, type UnitTask } from './told-units.ts'
import type { ToldUnits } from './units.ts'

/** The cube of all rows of a snapshot's first segment, dead ones too. */
export interface BaseCube {
  readonly cube: UnitCube
  /** The sources that it is made of: see `CubeRules`. */
  readonly registerOfSource: Int8Array
}

export interface LiveCubeTask extends UnitTask {
  /** Null when it is not known yet. */
  readonly base: BaseCube | null
}

export interface LiveCube {
  readonly units: ToldUnits
  /** What the units were made from, for the next version; null when there are no incidents. */
  readonly base: BaseCube | null
}

/** The units of a snapshot from those of its base, on a worker; cubes are in shared memory. */
export default function liveCube(task: LiveCubeTask): LiveCube {
  let { base } = task
  const units = toldUnits(task, ([first, ...since], rules) => {
    const { registerOfSource } = rules
    const build = cubeBuilder(rules)
    if (first === undefined) return build([], rules)
    if (base === null || !isSame(base.registerOfSource, registerOfSource))
      base = { cube: buildBaseCube(first.columns, rules, build), registerOfSource }
    return buildOnBase(base.cube, [first, ...since], rules, build)
  })
  return { units, base }
}

function isSame(a: Int8Array, b: Int8Array): boolean {
  return a.length === b.length && a.every((register, source) => register === b[source])
}
