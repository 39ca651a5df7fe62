import type { Right } from './role-rights.ts'
import type { Role } from '../../engine/disclosure/roles.ts'

export { type Role, ROLES } from '../../engine/disclosure/roles.ts'

/** What an organisation is: a board or company of the city, the police, or any other party to a collaboration. */
export const ORGANISATION_KINDS = ['board', 'company', 'police', 'party'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** The organisation of an account or key, as far as it decides what its people see. */
export interface Membership {
  readonly organisationId: number
  readonly kind: OrganisationKind
  /** Ids of the places and districts that it answers for today. */
  readonly areaIds: readonly number[]
}

/** What decides which data a caller may see: role, organisation, areas and the rights of its key. */
export interface Audience {
  /** `operator` runs commands on the machine itself: nothing is closed to whoever controls the disk. */
  readonly role: Role | 'operator'
  /** Cache key of responses: audiences with equal keys may share a response. */
  readonly cacheKey: string
  /** Ids of the places and districts that bound a partner, ascending; empty for every other role. */
  readonly placeIds: readonly number[]
  /** The organisation by which sources are open to it; absent for whoever belongs to none. */
  readonly organisationId?: number
  /** Ids of the sources that stored evidence was computed without, whatever organisations they name now. */
  readonly withoutSources?: readonly string[]
  /** Whether it speaks for a board, a company of the city or the police; staff without an organisation do. */
  readonly isAuthority?: boolean
  /** Ids of the places and districts that staff answer for, ascending; absent = the whole city. */
  readonly areaIds?: readonly number[]
  /** The rights that an API key is limited to; absent = all rights of the role. */
  readonly rights?: readonly Right[]
}

export const PUBLIC: Audience = { role: 'public', cacheKey: 'public', placeIds: [] }
export const ANALYST: Audience = { role: 'analyst', cacheKey: 'analyst', placeIds: [] }
/** Commands on the machine: sees what analysts see, and shares their cached responses. */
export const OPERATOR: Audience = { role: 'operator', cacheKey: 'analyst', placeIds: [] }

/**
 * The audience of an account or key with a role that belongs to no organisation. Partners of the same places share
 * cached responses.
 */
export function audienceOfRole(role: Role, placeIds: readonly number[] = []): Audience {
  if (role !== 'partner') return { role, cacheKey: role, placeIds: [] }
  const places = ascending(placeIds)
  return { role, cacheKey: `partner:${places.join(',')}`, placeIds: places }
}

/**
 * The audience of an account or key. Sources are open by organisation, so only members of the same one share cached
 * responses; a partner reads releases alone. An authority without areas answers for the whole city, a party for none.
 */
export function audienceOf(role: Role, membership: Membership | null): Audience {
  if (membership === null) return audienceOfRole(role)
  const { organisationId, kind, areaIds } = membership
  const isAuthority = kind !== 'party'
  if (role === 'partner') return { ...audienceOfRole(role, areaIds), organisationId, isAuthority }
  return {
    ...audienceOfRole(role),
    cacheKey: `${role}@${organisationId}`,
    organisationId,
    isAuthority,
    ...((areaIds.length > 0 || !isAuthority) && { areaIds: ascending(areaIds) }),
  }
}

function ascending(ids: readonly number[]): readonly number[] {
  return [...new Set(ids)].toSorted((a, b) => a - b)
}

/**
 * An audience limited to the scopes of an API key. The scopes are part of its cache key, so no response is shared
 * with a key that has fewer.
 */
export function narrowed(audience: Audience, scopes: readonly Right[]): Audience {
  const rights = [...new Set(scopes)].toSorted()
  return { ...audience, rights, cacheKey: `${audience.cacheKey};${rights.join(',')}` }
}

/** Whether an audience may read every incident, including points and sensitive ones. */
export function seesEverything({ role }: Audience): boolean {
  return role === 'analyst' || role === 'operator'
}

/** Roles that an account or key may have: all but the public's. */
export type AccountRole = Exclude<Role, 'public'>
