import type { AuditService } from '../platform/audit/audit-service.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { Clock } from '../platform/clock.ts'
import { createCookie, type CookieJar } from '../platform/http/session-cookie.ts'
import type { Log } from '../platform/log.ts'
import { createLinkService, type LinkService } from './people/one-time-links.ts'
import type { MembershipOf } from './people/membership.ts'
import { createOrganisationService, type OrganisationService } from './people/organisations.ts'
import { createPeopleService, type PeopleService } from './people/people.ts'
import type { InvitationRepository, PeopleRepository, SessionRepository } from './people/repository.ts'
import { createAttempts } from './sign-in/attempts.ts'
import { createKnownDevices } from './sign-in/known-device.ts'
import type { RoleMapping } from './sign-in/openid-connect/claims.ts'
import {
  createOpenIdConnectService,
  type OpenIdConnectService,
} from './sign-in/openid-connect/openid-connect.ts'
import { createProvider, type ProviderSettings } from './sign-in/openid-connect/provider.ts'
import { createOwnAccountService, type OwnAccountService } from './sign-in/own-account.ts'
import type { PasswordHasher } from './sign-in/password-hasher.ts'
import type { SignInCookies } from './sign-in/routes.ts'
import { createSessionView, type DemoAccount, type SessionViews } from './sign-in/session-view.ts'
import type { SessionService } from './sign-in/sessions.ts'
import { createSignInService, type SignInService } from './sign-in/sign-in.ts'

/** Everything about accounts and signing in. */
export interface PeopleParts {
  readonly signIn: SignInService
  readonly ownAccount: OwnAccountService
  readonly links: LinkService
  readonly views: SessionViews
  readonly people: PeopleService
  readonly organisations: OrganisationService
  /** Null where no provider is set. */
  readonly openIdConnect: OpenIdConnectService | null
  readonly cookies: SignInCookies
  readonly flowCookie: CookieJar
}

interface Deps {
  readonly storage: {
    readonly repositories: {
      readonly people: PeopleRepository
      readonly invitations: InvitationRepository
      readonly sessions: SessionRepository
    }
    readonly auditLog: AuditService
    readonly city: { readonly name: string | null }
    readonly zone: Pick<Zone, 'name'>
    readonly clock: Clock
    readonly log: Log
  }
  readonly sessions: SessionService
  /** The provider, the mapping of its claims to roles, and the button's label; null = passwords only. */
  readonly openIdConnect:
    | (ProviderSettings & {
        readonly roleClaim: string
        readonly roles: readonly RoleMapping[]
        readonly title: string
      })
    | null
  /** Shown on the sign-in page; empty except in the demo city. */
  readonly demoAccounts: readonly DemoAccount[]
  readonly hasher: PasswordHasher
  readonly secret: string
  readonly membershipOf: MembershipOf
  /** Whether people reach the server by HTTPS. */
  readonly secure: boolean
  readonly sessionCookie: CookieJar
  readonly onChange: () => void
}

/** Puts accounts and signing in together. */
export function createPeopleParts(deps: Deps): PeopleParts {
  const { storage, sessions, openIdConnect: settings, demoAccounts, hasher, secret, secure, onChange } = deps
  const { repositories, clock, log, auditLog: audit } = storage
  const { people, invitations } = repositories
  const attempts = createAttempts(clock)
  const devices = createKnownDevices(secret)
  const signIn = createSignInService({ people, sessions, hasher, attempts, devices, audit, clock, secret })
  const shared = { people, sessions, signIn, audit, clock, onChange }
  return {
    signIn,
    ownAccount: createOwnAccountService({ ...shared, hasher, attempts, devices }),
    links: createLinkService({ ...shared, invitations, hasher }),
    views: createSessionView({
      sessions: repositories.sessions,
      people,
      membershipOf: deps.membershipOf,
      openIdConnect: settings === null ? null : { title: settings.title },
      demoAccounts,
      cityName: storage.city.name,
      timeZone: storage.zone.name,
    }),
    people: createPeopleService({ ...shared, invitations }),
    organisations: createOrganisationService(shared),
    openIdConnect:
      settings === null
        ? null
        : createOpenIdConnectService({
            ...shared,
            ...settings,
            provider: createProvider(settings),
            log,
            secret,
          }),
    cookies: { session: deps.sessionCookie, device: createCookie('lagesbild-device', secure) },
    flowCookie: createCookie('lagesbild-flow', secure),
  }
}
