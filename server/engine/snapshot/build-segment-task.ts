import { createZone } from '../time/zone.ts'
import { type BuiltSegment, buildSegment, type SegmentSources } from './build-segment.ts'
import { createProjection } from '../projection/create-projection.ts'

export interface BuildSegmentInput {
  readonly sources: SegmentSources
  readonly buffer: SharedArrayBuffer
  readonly capacity: number
  readonly srid: number
  readonly timezone: string
}

/** `buildSegment` on a worker: writes into the shared buffer and returns what was written. */
export default function buildSegmentTask(input: BuildSegmentInput): BuiltSegment {
  const place = { projection: createProjection(input.srid), zone: createZone(input.timezone) }
  return buildSegment(input.sources, input.buffer, input.capacity, place)
}
