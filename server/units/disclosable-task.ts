import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import { countedSources } from '../engine/units/counted-sources.ts'
import { tallySources } from '../engine/units/source-tallies.ts'
import { CLASSES_OF_READER } from '../engine/units/unit-kinds.ts'
import { openHandle, type SnapshotHandle } from '../platform/feed/handle.ts'

export interface DisclosableTask {
  readonly handle: SnapshotHandle
  /** By source index: 0 for those that planners or coordinators may read, −1 for the others. */
  readonly openSources: Int8Array
}

/** Whether a snapshot holds any incident that counts in the units of planners and coordinators. */
export default function disclosableTask({ handle, openSources }: DisclosableTask): boolean {
  const classes = CLASSES_OF_READER.staff
  const tallies = tallySources(openHandle(handle).segments, {
    classes,
    precisionMask: DEFAULT_PRECISION_MASK,
  })
  return countedSources(tallies, { registerOfSource: openSources, needsSetting: true }).timeSpan !== null
}
