import { type Audience, ROLES, type Role } from './audience.ts'

const EVERYONE = new Set<Role>(ROLES)
const STAFF = new Set<Role>(['planner', 'coordinator', 'analyst'])
const ANALYSTS = new Set<Role>(['analyst'])

/**
 * Who may see which map layer. What the public and partners get of cameras, guards and proposals are releases of
 * their own, never these layers with their exact points, views and schedules.
 */
const MAY_SEE: Readonly<Record<string, ReadonlySet<Role>>> = {
  context: EVERYONE,
  areas: EVERYONE,
  'focus-areas': EVERYONE,
  'patrol-zones': EVERYONE,
  'camera-views': STAFF,
  hotspots: STAFF,
  incidents: ANALYSTS,
  cameras: STAFF,
  proposals: STAFF,
}

/** Whether an audience may see a layer at all; false for a layer that does not exist. */
export function maySeeLayer(audience: Audience, layer: string): boolean {
  if (!Object.hasOwn(MAY_SEE, layer)) return false
  return audience.role === 'operator' || MAY_SEE[layer]!.has(audience.role)
}
