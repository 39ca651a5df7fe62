import type { Config } from '../config/config.ts'
import { createCookie, type CookieJar } from '../platform/http/session-cookie.ts'
import type { SignInCookies } from '../accounts/sign-in/routes.ts'
import { createLinkService, type LinkService } from '../accounts/people/one-time-links.ts'
import { createOrganisationService, type OrganisationService } from '../accounts/people/organisations.ts'
import { createPeopleService, type PeopleService } from '../accounts/people/people.ts'
import { createAttempts } from '../accounts/sign-in/attempts.ts'
import { createKnownDevices } from '../accounts/sign-in/known-device.ts'
import {
  createOpenIdConnectService,
  type OpenIdConnectService,
} from '../accounts/sign-in/openid-connect/openid-connect.ts'
import { createProvider } from '../accounts/sign-in/openid-connect/provider.ts'
import { createOwnAccountService, type OwnAccountService } from '../accounts/sign-in/own-account.ts'
import type { PasswordHasher } from '../accounts/sign-in/password-hasher.ts'
import { createSessionView, type DemoAccount, type SessionViews } from '../accounts/sign-in/session-view.ts'
import type { SessionService } from '../accounts/sign-in/sessions.ts'
import { createSignInService, type SignInService } from '../accounts/sign-in/sign-in.ts'
import type { Storage } from './storage.ts'

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
  readonly storage: Storage
  readonly sessions: SessionService
  readonly openIdConnect: Config['openIdConnect']
  /** Offered to everybody who asks; empty but in the demo city. */
  readonly demoAccounts: readonly DemoAccount[]
  readonly hasher: PasswordHasher
  readonly secret: string
  /** Whether people reach the server by HTTPS. */
  readonly secure: boolean
  readonly sessionCookie: CookieJar
  readonly onChange: () => void
}

/** Puts accounts and signing in together. */
export function createPeopleParts(deps: Deps): PeopleParts {
  const { storage, sessions, openIdConnect: settings, demoAccounts, hasher, secret, secure, onChange } = deps
  const { repositories, clock, log, trail: audit } = storage
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
      openIdConnect: settings === null ? null : { title: settings.title },
      demoAccounts,
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
