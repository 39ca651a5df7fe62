import type { KeyUses } from '../../platform/audit/use-tally.ts'
import type { StoredMembership } from '../people/accounts.ts'
import type { ApiKey, NewApiKey } from './keys.ts'

export interface KeyRepository extends KeyUses {
  /** @throws DomainError `conflict` when the prefix is taken or the organisation is not there */
  insert(key: NewApiKey): Promise<ApiKey>
  /** Every key that was ever made, newest first. */
  list(): Promise<readonly ApiKey[]>
  find(id: number): Promise<ApiKey | null>
  /** The key of a token's hash, revoked and expired ones too, with its organisation. */
  findByHash(sha256: string): Promise<(ApiKey & { readonly organisation: StoredMembership | null }) | null>
  /** Revokes it; an earlier time of revocation is kept. Null when there is none. */
  revoke(id: number, at: string): Promise<ApiKey | null>
}
