import type { Audience, Role } from './audience.ts'
import { DomainError } from './errors.ts'

const STAFF: readonly Role[] = ['planner', 'coordinator', 'analyst']

/** What may be done, and by whom. Admins look after people and settings and have no access to incidents. */
const RIGHTS = {
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

/** Whether an audience has a right: its role does, and its key, when it comes with one, was made for it. */
export function hasRight({ role, rights }: Audience, right: Right): boolean {
  const roles: readonly Role[] = RIGHTS[right]
  return (role === 'operator' || roles.includes(role)) && (rights === undefined || rights.includes(right))
}

/** Every right of a role, in the order of the table. */
export function rightsOfRole(role: Role): readonly Right[] {
  return ALL_RIGHTS.filter((right) => (RIGHTS[right] as readonly Role[]).includes(role))
}

/** @throws DomainError `forbidden` when an audience does not have the right */
export function requireRight(audience: Audience, right: Right): void {
  if (!hasRight(audience, right))
    throw new DomainError(
      'forbidden',
      `This is not open to the role ${audience.role}, or not to its key (${right}).`,
    )
}
