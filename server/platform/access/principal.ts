import { type Audience, OPERATOR, PUBLIC } from './audience.ts'
import { hasRight, type Right } from './rights.ts'

/** Who makes a call: stored in the audit log, and what rate limits are counted by. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'account'
      readonly accountId: number
      readonly sessionId: number
      readonly name: string
      readonly organisationId: number | null
    }
  | {
      readonly kind: 'key'
      readonly keyId: number
      readonly name: string
    }
  | { readonly kind: 'operator' }

/** The caller of a request: what they may see, and who they are. */
export interface Principal {
  readonly audience: Audience
  readonly actor: Actor
}

export const ANONYMOUS: Principal = { audience: PUBLIC, actor: { kind: 'anonymous' } }
/** The principal of commands on the machine, on the database itself or over the socket of a running server. */
export const OPERATING: Principal = { audience: OPERATOR, actor: { kind: 'operator' } }

/** An actor as the audit log names it: `account/3`, `key/2`, `operator`, `anonymous`. */
export function actorReference(actor: Actor): string {
  if (actor.kind === 'account') return `account/${actor.accountId}`
  return actor.kind === 'key' ? `key/${actor.keyId}` : actor.kind
}

/** What a call needs of its caller. `anyone` is open to the world, `signed-in` to everybody with an account or key. */
export type Access = Right | 'anyone' | 'signed-in'

/** Whether a caller has access: the audience has the right, and the API key, if one is used, includes it. */
export function hasAccess({ audience, actor }: Principal, access: Access): boolean {
  if (access === 'anyone') return true
  if (actor.kind === 'anonymous') return false
  if (access === 'signed-in') return true
  return hasRight(audience, access)
}
