import type { PermitContext } from '../domain/permit/staff-limits.ts'
import type { Zone } from '../domain/zone.ts'
import type { Snapshot } from '../snapshot/types.ts'

/** What permissions depend on, as of a snapshot. */
export function permitContextOf({ timeSpan, layers }: Snapshot, zone: Zone): PermitContext {
  return { zone, known: timeSpan, sources: layers.sources }
}
