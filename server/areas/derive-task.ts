import type { MultiPolygon } from 'geojson'
import { deriveStudyArea } from '../engine/lattice/derive-study-area.ts'
import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import { tallySources } from '../engine/units/source-tallies.ts'
import { countedSources } from '../engine/units/counted-sources.ts'
import {
  CLASSES_OF_READER,
  UNIT_CLASSES,
  type UnitReader,
  unitKindTable,
} from '../engine/units/unit-kinds.ts'
import { openHandle, type SnapshotHandle } from '../platform/feed/handle.ts'

export interface DeriveTask {
  readonly handle: SnapshotHandle
  /** By source index: 0 for those that both planners and coordinators may read, −1 for the others. */
  readonly openSources: Int8Array
  /** By source index: 1 for those that name no organisations, so that every analyst reads them. */
  readonly openToAllBoards: Uint8Array
  readonly reader: UnitReader
}

/**
 * A study area from the incidents of a snapshot that staff are told of: of open sources that say in what setting they took
 * place, known not to be in a dwelling, neither sensitive nor flagged. Whoever sees every incident gets one from them all where those are
 * too few. Null where there is none.
 */
export default function deriveTask({
  handle,
  openSources,
  openToAllBoards,
  reader,
}: DeriveTask): MultiPolygon | null {
  const { segments } = openHandle(handle)
  const classes = CLASSES_OF_READER.staff
  const tallies = tallySources(segments, { classes, precisionMask: DEFAULT_PRECISION_MASK })
  const { registerOfSource } = countedSources(tallies, { registerOfSource: openSources, needsSetting: true })
  const isDisclosed = unitKindTable().map((kind) =>
    classes.includes(UNIT_CLASSES[kind % UNIT_CLASSES.length]!) ? 1 : 0,
  )
  const reported = deriveStudyArea(
    segments,
    (at, source) => isDisclosed[at] === 1 && registerOfSource[source]! >= 0,
  )
  return (
    reported ??
    (reader === 'analyst' ? deriveStudyArea(segments, (_, source) => openToAllBoards[source] === 1) : null)
  )
}
