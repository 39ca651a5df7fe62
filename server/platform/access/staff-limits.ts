import type { Audience } from './audience.ts'
import { FLAGS } from '../../engine/snapshot/incident.ts'

/** All flags of incidents. Planners and coordinators see an incident with any of them in city-wide figures only. */
export const EVERY_FLAG = Object.values(FLAGS).reduce((bits, bit) => bits | bit, 0)

/** Whether an audience sees incidents only as sums of units. */
export function isLimited({ role }: Audience): boolean {
  return role === 'planner' || role === 'coordinator'
}
