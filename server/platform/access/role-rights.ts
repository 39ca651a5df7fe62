import type { Role } from '../../engine/disclosure/roles.ts'

const STAFF: readonly Role[] = ['planner', 'coordinator', 'analyst']

/** What may be done, and by whom. Admins look after people and settings and have no access to incidents. */
export const RIGHTS = {
  'map.read': ['partner', ...STAFF, 'admin'],
  'hotspots.read': STAFF,
  'checks.run': STAFF,
  'incidents.read': ['analyst'],
  'incidents.write': ['analyst'],
  'sources.read': [...STAFF, 'admin'],
  'sources.write': ['analyst', 'admin'],
  'imports.read': ['analyst', 'admin'],
  'imports.write': ['analyst'],
  'layers.read': [...STAFF, 'admin'],
  'layers.write': ['coordinator', 'analyst', 'admin'],
  'proposals.read': STAFF,
  'proposals.write': STAFF,
  'reviews.read': STAFF,
  'reviews.write': STAFF,
  'reviews.publish': ['coordinator', 'analyst'],
  'handlings.read': ['partner', ...STAFF],
  'places.read': ['partner', ...STAFF],
  'places.publish': ['coordinator'],
  'releases.read': ['coordinator', 'analyst'],
  'releases.prepare': ['coordinator', 'analyst'],
  'releases.approve': ['coordinator', 'analyst'],
  'people.read': ['admin'],
  'people.write': ['admin'],
  'keys.read': ['admin'],
  'keys.write': ['admin'],
  'audit.read': ['admin'],
  'metrics.read': ['admin'],
  // The hand at the machine alone.
  'system.erase': [],
  'system.backup': [],
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof RIGHTS
export const ALL_RIGHTS = Object.keys(RIGHTS) as readonly Right[]
