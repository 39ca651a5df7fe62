import { type AccountRole, audienceOf, audienceOfRole, narrowed } from '../../platform/access/audience.ts'
import { actorReference, type Principal } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import { DomainError, type FieldProblem, notFound } from '../../engine/errors.ts'
import { type ApiKey, type FindKey, KEY_DAYS } from './keys.ts'
import { hasRight, type Right } from '../../platform/access/rights.ts'
import { hashToken, isTokenLike, makeToken } from './key-token.ts'
import type { MembershipOf } from '../people/membership.ts'
import type { KeyRepository } from './repository.ts'

/** A request for a new key. */
export interface KeyRequest {
  readonly name: string
  readonly role: AccountRole
  readonly scopes: readonly Right[]
  /** Whose sources it reads and whose areas bound it; needed for partners. */
  readonly organisationId: number | null
  /** Days until it expires; null = the default. */
  readonly days: number | null
}

export interface KeyService {
  list(): Promise<readonly ApiKey[]>
  /**
   * Makes a key; its token is shown only now.
   *
   * @throws DomainError `invalid-body` with every invalid field, `conflict` for an unknown organisation
   */
  make(request: KeyRequest, principal: Principal): Promise<{ readonly key: ApiKey; readonly token: string }>
  /** Revokes a key, in every process within a second. Revoking again changes nothing. */
  revoke(id: number): Promise<ApiKey>
  readonly find: FindKey
}

interface Deps {
  readonly keys: KeyRepository
  readonly clock: Clock
  readonly membershipOf: MembershipOf
  /** Called as soon as a key has been revoked. */
  readonly onChange: () => void
}

const DAY_MS = 86_400_000

/** API keys for machines: made, listed and revoked by administrators. */
export function createKeyService({ keys, clock, membershipOf, onChange }: Deps): KeyService {
  return {
    list: () => keys.list(),
    async make(request, { actor }) {
      const problems = problemsOf(request)
      if (problems.length > 0) {
        throw new DomainError('invalid-body', `${problems[0]!.field}: ${problems[0]!.rule}`, { problems })
      }
      const { token, prefix, sha256 } = makeToken()
      const { name, role, scopes, organisationId, days } = request
      const nowMs = clock.nowMs()
      const key = await keys.insert({
        prefix,
        sha256,
        name,
        role,
        scopes: [...new Set(scopes)].toSorted(),
        organisationId,
        createdBy: actorReference(actor),
        createdAt: new Date(nowMs).toISOString(),
        expiresAt: new Date(nowMs + (days ?? KEY_DAYS.usual) * DAY_MS).toISOString(),
      })
      return { key, token }
    },
    async revoke(id) {
      const revoked = await keys.revoke(id, new Date(clock.nowMs()).toISOString())
      if (revoked === null) throw notFound('key', id)
      onChange()
      return revoked
    },
    async find(token) {
      if (!isTokenLike(token)) return null
      const key = await keys.findByHash(hashToken(token))
      if (key === null || key.revokedAt !== null) return null
      const expiresAtMs = Date.parse(key.expiresAt)
      if (expiresAtMs <= clock.nowMs()) return null
      const { id: keyId, name, role, scopes, organisation } = key
      const principal: Principal = {
        audience: narrowed(audienceOf(role, membershipOf(organisation)), scopes),
        actor: { kind: 'key', keyId, name },
      }
      return { principal, expiresAtMs }
    },
  }
}

function problemsOf({ role, scopes, organisationId, days }: KeyRequest): readonly FieldProblem[] {
  const audience = audienceOfRole(role)
  const beyond = scopes.filter((scope) => !hasRight(audience, scope))
  return [
    ...(scopes.length > 0 ? [] : [{ field: 'scopes', rule: 'at least one right' }]),
    ...beyond.map((scope) => ({ field: 'scopes', value: scope, rule: `not a right of the role ${role}` })),
    ...(role === 'partner' && organisationId === null
      ? [{ field: 'organisationId', rule: 'is needed for a partner' }]
      : []),
    ...(days === null || (Number.isInteger(days) && days >= 1 && days <= KEY_DAYS.max)
      ? []
      : [{ field: 'days', value: days, rule: `a whole number from 1 to ${KEY_DAYS.max}` }]),
  ]
}
