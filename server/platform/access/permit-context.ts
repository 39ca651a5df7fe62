import type { PermitContext } from './staff-limits.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { Snapshot } from '../../engine/snapshot/types.ts'

/** What permissions depend on, as of a snapshot. */
export function permitContextOf({ timeSpan, layers }: Snapshot, zone: Zone): PermitContext {
  return { zone, known: timeSpan, sources: layers.sources }
}
