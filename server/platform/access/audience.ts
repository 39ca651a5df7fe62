import type { Right } from './role-rights.ts'
import type { Role } from '../../engine/disclosure/roles.ts'

export { type Role, ROLES } from '../../engine/disclosure/roles.ts'

/** Who asks, as far as it decides what may be asked. */
export interface Audience {
  /** `operator` is whoever commands the machine itself: nothing is closed to the hand that holds the disk. */
  readonly role: Role | 'operator'
  /** A short stable text that separates cached answers: equal keys may share an answer. */
  readonly cacheKey: string
  /** Ids of the areas of kind `place` that bound a partner, ascending; empty for every other role. */
  readonly placeIds: readonly number[]
  /** What a key leaves of its role's rights; absent = all of them. */
  readonly rights?: readonly Right[]
}

export const PUBLIC: Audience = { role: 'public', cacheKey: 'public', placeIds: [] }
export const ANALYST: Audience = { role: 'analyst', cacheKey: 'analyst', placeIds: [] }
/** Sees what analysts see, and so shares their answers. */
export const OPERATOR: Audience = { role: 'operator', cacheKey: 'analyst', placeIds: [] }

/** The audience of a person or machine with a role. Partners of the same places share their answers. */
export function audienceOfRole(role: Role, placeIds: readonly number[] = []): Audience {
  if (role !== 'partner') return { role, cacheKey: role, placeIds: [] }
  const places = [...new Set(placeIds)].toSorted((a, b) => a - b)
  return { role, cacheKey: `partner:${places.join(',')}`, placeIds: places }
}

/**
 * An audience as far as a key reaches. Its answers are its own: what one key was answered is never found by another
 * that was made for less.
 */
export function narrowed(audience: Audience, scopes: readonly Right[]): Audience {
  const rights = [...new Set(scopes)].toSorted()
  return { ...audience, rights, cacheKey: `${audience.cacheKey};${rights.join(',')}` }
}

/** Whether every incident, points and sensitive ones too, is open to an audience. */
export function seesEverything({ role }: Audience): boolean {
  return role === 'analyst' || role === 'operator'
}

/** Roles that an account or key may have: everybody but the public. */
export type AccountRole = Exclude<Role, 'public'>
