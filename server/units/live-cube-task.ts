import { cubeOnBase, sinceBase, wholeBase } from '../engine/units/cube-on-base.ts'
import { talliesOnBase, tallySources } from '../engine/units/source-tallies.ts'
import { openHandle } from '../platform/feed/handle.ts'
import { type BaseUnits, baseCube } from './base-units.ts'
import { cubeBuilder, tallyQuery, unitsForReader, type UnitTask } from './reader-units.ts'
import type { ReaderUnits } from './units.ts'

export interface LiveCubeTask extends UnitTask {
  /** Null when not yet computed. */
  readonly base: BaseUnits | null
}

export interface LiveCube {
  readonly units: ReaderUnits
  /** The units of the base, for the next version; null when there are no incidents. */
  readonly base: BaseUnits | null
}

/** The units of a snapshot from those of its base, on a worker; cubes are in shared memory. */
export default function liveCube(task: LiveCubeTask): LiveCube {
  const [first, ...others] = openHandle(task.handle).segments
  if (first === undefined) {
    return { units: unitsForReader(task, [], (rules) => cubeBuilder(rules)([], rules)), base: null }
  }
  const since = sinceBase([first, ...others])
  const query = tallyQuery(task)
  const tallies = task.base?.tallies ?? tallySources(wholeBase(first.columns), query)
  const live = talliesOnBase(tallies, tallySources(since.died, query), tallySources(since.came, query))
  let base = task.base
  const units = unitsForReader(task, live ?? tallySources([first, ...others], query), (rules) => {
    if (base === null || !isSame(base.registerOfSource, rules.registerOfSource))
      base = { ...baseCube(first.columns, rules), tallies }
    return cubeOnBase(base.cube, since, rules, cubeBuilder(rules))
  })
  return { units, base }
}

function isSame(a: Int8Array, b: Int8Array): boolean {
  return a.length === b.length && a.every((register, source) => register === b[source])
}
