import type { Principal } from '../../platform/access/principal.ts'
import { type AccountRole, audienceOf } from '../../platform/access/audience.ts'
import { ALL_RIGHTS, hasRight, type Right } from '../../platform/access/rights.ts'
import { endOfSession } from './sessions.ts'
import type { MembershipOf } from '../people/membership.ts'
import type { PeopleRepository, SessionRepository } from '../people/repository.ts'

/** An account for everybody: the demo city has one per role, other cities none. */
export interface DemoAccount {
  readonly role: AccountRole
  readonly email: string
  readonly password: string
  readonly name: string
}

/** The signed-in account, if any, and the ways to sign in. */
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
  /** What the city is called; null where no setting says it. */
  readonly cityName: string | null
  /** IANA name of the city's zone: its day counts, wherever the reader is. */
  readonly timeZone: string
  readonly signIn: {
    readonly password: true
    readonly openIdConnect: { readonly title: string } | null
    readonly demoAccounts: readonly DemoAccount[]
  }
}

interface Deps {
  readonly sessions: Pick<SessionRepository, 'findById'>
  readonly people: PeopleRepository
  readonly membershipOf: MembershipOf
  readonly openIdConnect: { readonly title: string } | null
  readonly demoAccounts: readonly DemoAccount[]
  readonly cityName: string | null
  readonly timeZone: string
}

/** The view of a caller. API keys and anonymous callers have no account and need no database. */
export function createSessionView({
  sessions,
  people,
  membershipOf,
  openIdConnect,
  demoAccounts,
  cityName,
  timeZone,
}: Deps) {
  const nobody: SessionView = {
    user: null,
    expiresAt: null,
    cityName,
    timeZone,
    signIn: { password: true, openIdConnect, demoAccounts },
  }

  async function ofSession(sessionId: number): Promise<SessionView> {
    const session = await sessions.findById(sessionId)
    if (session === null) return nobody
    const { email, name, role, organisationId, hasPassword } = session.account
    const audience = audienceOf(role, membershipOf(session.organisation))
    const organisation = organisationId === null ? null : await people.findOrganisation(organisationId)
    return {
      ...nobody,
      user: {
        email,
        name,
        role,
        rights: ALL_RIGHTS.filter((right) => hasRight(audience, right)),
        organisation: organisation?.name ?? null,
        places: await people.areaNames(audience.areaIds ?? audience.placeIds),
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
