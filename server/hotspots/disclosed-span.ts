import type { UnitScope } from '../engine/snapshot/query.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { lastClosedMonth } from '../engine/time/closed-steps.ts'
import { monthStart } from '../engine/time/months.ts'
import type { Zone } from '../engine/time/zone.ts'
import { UNIT_EDGE } from '../engine/units/unit-cube.ts'
import { type Audience, seesEverything } from '../platform/access/audience.ts'
import { mayReadSource } from '../platform/access/source-access.ts'
import { isLimited } from '../platform/access/staff-limits.ts'
import type { Units } from '../units/index.ts'

type UnitsOf = (
  snapshot: Snapshot,
  scope: Pick<UnitScope, 'unitEdge' | 'openSources'>,
) => Promise<Pick<Units, 'timeSpan'>>

/**
 * First and last minute of the incidents disclosed to an audience: for planners and coordinators whole months closed
 * at the cut. Null where none are disclosed.
 */
export async function disclosedSpan(
  snapshot: Snapshot,
  audience: Audience,
  zone: Zone,
  unitsOf: UnitsOf,
): Promise<Snapshot['timeSpan']> {
  const { sources, cut } = snapshot.layers
  const open = sources.filter((source) => mayReadSource(audience, source))
  if (seesEverything(audience) && open.length === sources.length) return snapshot.timeSpan
  const isStaff = isLimited(audience) || seesEverything(audience)
  if (!isStaff || cut === null || open.length === 0) return null
  const openSources = open.map(({ id }) => id)
  const { timeSpan } = await unitsOf(snapshot, { unitEdge: UNIT_EDGE, openSources })
  const closedMinute = monthStart(zone, lastClosedMonth(zone, cut.madeAtMs) + 1) - 1
  if (timeSpan === null || timeSpan.fromMinute > closedMinute) return null
  return { ...timeSpan, toMinute: Math.min(timeSpan.toMinute, closedMinute) }
}
