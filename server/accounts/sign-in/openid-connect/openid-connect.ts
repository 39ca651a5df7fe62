import { ANONYMOUS } from '../../../platform/access/principal.ts'
import type { Clock } from '../../../platform/clock.ts'
import { DomainError } from '../../../engine/errors.ts'
import type { Log } from '../../../platform/log.ts'
import { type Account, foldEmail } from '../../people/accounts.ts'
import type { AuditService } from '../../../platform/audit/audit-service.ts'
import { auditedChange } from '../../../platform/audit/audited-change.ts'
import type { SessionService } from '../sessions.ts'
import type { SignedIn, SignInService } from '../sign-in.ts'
import { type ClaimedPerson, personOf, type RoleMapping } from './claims.ts'
import { type Flow, openFlow, sealFlow } from './flow-cookie.ts'
import { newFlow, type Provider, ProviderUnavailable } from './provider.ts'
import type { PeopleRepository } from '../../people/repository.ts'

/** Why a sign-in by the provider was refused. */
export type OpenIdRefusal =
  /** The identity has no role here, or its e-mail belongs to another account. */
  | 'refused'
  /** The response is invalid: begun elsewhere, used before, too old, or declined at the provider. */
  | 'failed'
  | 'unavailable'
  | 'disabled'

export type OpenIdOutcome =
  | { readonly kind: 'signed-in'; readonly signedIn: SignedIn }
  | { readonly kind: 'not'; readonly why: OpenIdRefusal }

/** Sign-in by the city's OpenID Connect provider. */
export interface OpenIdConnectService {
  /** Address to redirect to and the sealed flow for the cookie; or a refusal. */
  start(
    redirectUri: string,
  ): Promise<
    | { readonly kind: 'redirect'; readonly url: string; readonly sealed: string }
    | { readonly kind: 'not'; readonly why: 'unavailable' }
  >
  /** @param url address of the redirect back @param sealed the flow cookie's value */
  finish(url: URL, sealed: string | null): Promise<OpenIdOutcome>
}

interface Deps {
  readonly provider: Provider
  readonly issuer: string
  readonly roleClaim: string
  readonly roles: readonly RoleMapping[]
  readonly people: PeopleRepository
  readonly sessions: SessionService
  readonly signIn: SignInService
  readonly audit: Pick<AuditService, 'record' | 'begin'>
  readonly clock: Clock
  readonly log: Log
  /** SESSION_SECRET. */
  readonly secret: string
  readonly onChange: () => void
}

/** Time limit of a flow. */
export const FLOW_MS = 10 * 60_000

/** The service of one provider. Accounts are made at the first sign-in; every sign-in updates the role. */
export function createOpenIdConnectService(deps: Deps): OpenIdConnectService {
  const { provider, roleClaim, roles, signIn, audit, clock, log, secret } = deps

  async function arrive(url: URL, flow: Flow): Promise<OpenIdOutcome> {
    const person = personOf(await provider.claims(url, flow), roleClaim, roles)
    const account = await accountOf(person, deps)
    if (account === null) {
      const detail = { method: 'openid-connect', reason: person.role === null ? 'no-role' : 'no-account' }
      await audit.record(ANONYMOUS, {
        kind: 'sign-in-failed',
        action: 'finishOpenIdConnect',
        subject: null,
        detail,
      })
      return { kind: 'not', why: 'refused' }
    }
    if (account.disabled) return { kind: 'not', why: 'disabled' }
    return { kind: 'signed-in', signedIn: await signIn.admit(account, 'openid-connect') }
  }

  return {
    async start(redirectUri) {
      const flow = newFlow(clock.nowMs() + FLOW_MS)
      try {
        const url = await provider.authorizationUrl(flow, redirectUri)
        return { kind: 'redirect', url, sealed: sealFlow(flow, secret) }
      } catch (error) {
        if (!(error instanceof ProviderUnavailable)) throw error
        log.warn({ reason: String(error.cause) }, 'the OpenID provider is unavailable')
        return { kind: 'not', why: 'unavailable' }
      }
    },
    async finish(url, sealed) {
      const flow = openFlow(sealed, secret, clock.nowMs())
      if (flow === null) return { kind: 'not', why: 'failed' }
      try {
        return await arrive(url, flow)
      } catch (error) {
        if (error instanceof DomainError) throw error
        log.warn({ reason: reasonOf(error) }, 'a sign-in by OpenID Connect failed')
        return { kind: 'not', why: error instanceof ProviderUnavailable ? 'unavailable' : 'failed' }
      }
    },
  }
}

/**
 * The account of a person, created or updated; null without a role. An account with a password is never taken over by
 * an equal e-mail address, because providers need not verify addresses.
 */
async function accountOf(person: ClaimedPerson, deps: Deps): Promise<Account | null> {
  const { people, sessions, issuer, clock, onChange } = deps
  const identity = { issuer, subject: person.subject }
  const found = await people.findByOpenId(identity)
  const { role, name } = person
  if (role === null) {
    if (found !== null) await sessions.endAll(found.id)
    return null
  }
  if (found !== null) {
    if (found.role === role && found.name === name) return found
    return byProvider(found, deps, async () => {
      const updated = await people.update(found.id, { role, name })
      onChange()
      return updated
    })
  }
  if (person.email === null) return null
  const email = foldEmail(person.email)
  if ((await people.findCredentials(email)) !== null) return null
  const createdAtMs = clock.nowMs()
  return byProvider(null, deps, () =>
    people.insert({ email, name, role, organisationId: null, openId: identity, createdAtMs }),
  )
}

/** An account changed by the provider's claims, audited like a change by an administrator. */
function byProvider(
  found: Account | null,
  { audit }: Deps,
  change: () => Promise<Account>,
): Promise<Account> {
  const noteOf = (account: Account | null) =>
    ({
      kind: 'people',
      action: 'finishOpenIdConnect',
      subject: account === null ? null : `account/${account.id}`,
    }) as const
  return auditedChange(audit, ANONYMOUS, noteOf(found), change, (account) => ({
    ...noteOf(account),
    detail: { role: account.role },
  }))
}

/** A short reason without the codes and tokens that the library's errors may hold. */
function reasonOf(error: unknown): string {
  const { name, code, error: oauth } = error as { name?: unknown; code?: unknown; error?: unknown }
  return [name, code, oauth]
    .filter((part) => typeof part === 'string')
    .join(' ')
    .slice(0, 200)
}
