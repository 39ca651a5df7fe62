import type { Audience } from './audience.ts'
import { ALL_RIGHTS, RIGHTS, type Right } from './role-rights.ts'
import type { Role } from '../../engine/disclosure/roles.ts'

export { ALL_RIGHTS, type Right } from './role-rights.ts'

/** Whether an audience has a right: its role has it, and its API key, if any, includes it. */
export function hasRight({ role, rights }: Audience, right: Right): boolean {
  const roles: readonly Role[] = RIGHTS[right]
  return (role === 'operator' || roles.includes(role)) && (rights === undefined || rights.includes(right))
}

/** Every right of a role, in the order of the table. */
export function rightsOfRole(role: Role): readonly Right[] {
  return ALL_RIGHTS.filter((right) => (RIGHTS[right] as readonly Role[]).includes(role))
}
