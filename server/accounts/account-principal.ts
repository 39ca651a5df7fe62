import { audienceOf } from '../platform/access/audience.ts'
import type { Principal } from '../platform/access/principal.ts'
import { hasRight, type Right } from '../platform/access/rights.ts'
import type { Account } from './people/accounts.ts'
import type { createMembershipOf } from './people/membership.ts'
import type { PeopleRepository } from './people/repository.ts'

/** Whoever an account stands for without a session; null where it is disabled or lacks the right. */
export type PrincipalOfAccount = (account: Account, right: Right) => Promise<Principal | null>

interface Deps {
  readonly people: Pick<PeopleRepository, 'findOrganisation'>
  readonly membershipOf: ReturnType<typeof createMembershipOf>
}

/** Gives accounts the rights and areas that they have now. */
export function createPrincipalOfAccount({ people, membershipOf }: Deps): PrincipalOfAccount {
  return async ({ id: accountId, name, role, organisationId, disabled }, right) => {
    const organisation = organisationId === null ? null : await people.findOrganisation(organisationId)
    const audience = audienceOf(role, membershipOf(organisation))
    if (disabled || !hasRight(audience, right)) return null
    return { audience, actor: { kind: 'account', accountId, sessionId: 0, name, organisationId } }
  }
}
