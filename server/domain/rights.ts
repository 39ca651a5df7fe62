import type { Audience, Role } from './audience.ts'
import { DomainError } from './errors.ts'

const STAFF: readonly Role[] = ['planner', 'coordinator', 'analyst']

/** What may be done, and by whom. Admins look after people and settings and have no access to incidents. */
const RIGHTS = {
  'incidents.read': ['analyst'],
  'incidents.write': ['analyst'],
  'sources.read': [...STAFF, 'admin'],
  'sources.write': ['analyst', 'admin'],
  'imports.read': ['analyst', 'admin'],
  'imports.write': ['analyst'],
  'layers.read': [...STAFF, 'admin'],
  'layers.write': ['coordinator', 'analyst', 'admin'],
  'proposals.write': STAFF,
  'reviews.read': STAFF,
  'reviews.write': STAFF,
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof RIGHTS

/** @throws DomainError `forbidden` when an audience's role does not have the right */
export function requireRight(audience: Audience, right: Right): void {
  const roles: readonly Role[] = RIGHTS[right]
  if (!roles.includes(audience.role))
    throw new DomainError('forbidden', `The role ${audience.role} may not do this (${right}).`)
}
