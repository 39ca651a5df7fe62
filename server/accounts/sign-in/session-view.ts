import type { Principal } from '../../platform/access/principal.ts'
import { type AccountRole, audienceOfRole } from '../../platform/access/audience.ts'
import { ALL_RIGHTS, hasRight, type Right } from '../../platform/access/rights.ts'
import { endOfSession } from './sessions.ts'
import type { PeopleRepository, SessionRepository } from '../people/repository.ts'

/** An account that anybody may use: the demo city has one a role, no other city has any. */
export interface DemoAccount {
  readonly role: AccountRole
  readonly email: string
  readonly password: string
  readonly name: string
}

/** Who asks, and the ways to sign in here. */
export interface SessionView {
  readonly user: {
    readonly email: string
    readonly name: string
    readonly role: AccountRole
    readonly rights: readonly Right[]
    readonly organisation: string | null
    readonly places: readonly { readonly id: number; readonly name: string }[]
    readonly hasPassword: boolean
  } | null
  readonly expiresAt: string | null
  readonly signIn: {
    readonly password: true
    readonly openIdConnect: { readonly title: string } | null
    readonly demoAccounts: readonly DemoAccount[]
  }
}

interface Deps {
  readonly sessions: Pick<SessionRepository, 'findById'>
  readonly people: PeopleRepository
  readonly openIdConnect: { readonly title: string } | null
  readonly demoAccounts: readonly DemoAccount[]
}

/** Tells who a caller is. Machines and strangers are nobody; neither needs the database. */
export function createSessionView({ sessions, people, openIdConnect, demoAccounts }: Deps) {
  const nobody: SessionView = {
    user: null,
    expiresAt: null,
    signIn: { password: true, openIdConnect, demoAccounts },
  }

  async function ofSession(sessionId: number): Promise<SessionView> {
    const session = await sessions.findById(sessionId)
    if (session === null) return nobody
    const { email, name, role, organisationId, hasPassword } = session.account
    const audience = audienceOfRole(role, session.placeIds)
    const organisation = organisationId === null ? null : await people.findOrganisation(organisationId)
    return {
      ...nobody,
      user: {
        email,
        name,
        role,
        rights: ALL_RIGHTS.filter((right) => hasRight(audience, right)),
        organisation: organisation?.name ?? null,
        places: await people.placeNames(audience.placeIds),
        hasPassword,
      },
      expiresAt: new Date(endOfSession(session)).toISOString(),
    }
  }

  return {
    ofSession,
    of: async ({ actor }: Principal): Promise<SessionView> =>
      actor.kind === 'account' ? ofSession(actor.sessionId) : nobody,
  }
}

export type SessionViews = ReturnType<typeof createSessionView>
