import type {
  Account,
  AccountChanges,
  Credentials,
  NewAccount,
  NewInvitation,
  OpenIdentity,
  Organisation,
  OrganisationDraft,
  StoredInvitation,
  StoredSession,
} from './accounts.ts'

export interface PeopleRepository {
  find(id: number): Promise<Account | null>
  /** By e-mail, folded by `foldEmail`. */
  findCredentials(email: string): Promise<Credentials | null>
  findCredentialsById(id: number): Promise<Credentials | null>
  findByOpenId(identity: OpenIdentity): Promise<Account | null>
  /** By id, those above `after`. */
  list(after: number, limit: number): Promise<readonly Account[]>
  /** Fails with `conflict` when the e-mail is taken or the organisation is unknown. */
  insert(account: NewAccount): Promise<Account>
  /**
   * Fails with `not-found`, and with `conflict` when no administrator who can sign in would be left. Disabling ends
   * the sessions and the open link of the account.
   */
  update(id: number, changes: AccountChanges): Promise<Account>
  /**
   * Sets the password, ends every session and the open link of the account.
   *
   * @param from the hash that it replaces; if given, nothing is done when it has changed meanwhile
   * @returns whether it was done
   */
  setPassword(id: number, passwordHash: string, from?: string): Promise<boolean>
  /** Stores the same password under a new hash; nothing else changes. */
  rehash(id: number, from: string, to: string): Promise<void>
  signedIn(id: number, atMs: number): Promise<void>
  /** Whether any enabled administrator can sign in. */
  hasAdministrator(): Promise<boolean>
  organisations(): Promise<readonly Organisation[]>
  findOrganisation(id: number): Promise<Organisation | null>
  /** Fails with `conflict` when the name is taken or an id is neither place nor district. */
  insertOrganisation(organisation: OrganisationDraft): Promise<Organisation>
  updateOrganisation(id: number, organisation: OrganisationDraft): Promise<Organisation>
  /** Names of places and districts, by id. */
  areaNames(ids: readonly number[]): Promise<readonly { readonly id: number; readonly name: string }[]>
}

export interface SessionRepository {
  /**
   * Begins no session when the account has been disabled, or its password changed, since the credentials were
   * checked.
   *
   * @returns its id, or null
   */
  insert(session: {
    readonly accountId: number
    /** Null when the sign-in was not by password. */
    readonly passwordHash: string | null
    readonly tokenHash: string
    readonly createdAtMs: number
    readonly expiresAtMs: number
  }): Promise<number | null>
  /** Null also when the account is disabled. */
  find(tokenHash: string): Promise<StoredSession | null>
  findById(id: number): Promise<StoredSession | null>
  /** Records the last use; the session then ends at `latestEndMs` at the latest. */
  touch(id: number, atMs: number, latestEndMs: number): Promise<void>
  /**
   * For every session last used after `nowMs` (the clock was set back), sets the last use to `nowMs` and limits its
   * end to `latestEndMs`.
   */
  holdToNow(nowMs: number, latestEndMs: number): Promise<void>
  remove(id: number): Promise<void>
  removeOfAccount(accountId: number): Promise<number>
  /** Deletes ended sessions: last used before `idleSinceMs`, or expired. */
  sweep(nowMs: number, idleSinceMs: number): Promise<number>
}

export interface InvitationRepository {
  /**
   * Replaces an open link of the account.
   *
   * @param options.unlessOpen a valid link is kept, so that of several concurrent calls one stores a link
   * @returns whether it was stored
   */
  put(link: NewInvitation, options?: { readonly unlessOpen: boolean }): Promise<boolean>
  find(tokenHash: string): Promise<StoredInvitation | null>
  /**
   * Consumes a link and sets the password, in one transaction; ends every session of the account.
   *
   * @returns the account, or null when the link is gone, for example used concurrently
   */
  accept(tokenHash: string, passwordHash: string, nowMs: number): Promise<Account | null>
  sweep(nowMs: number): Promise<number>
}

/** Detects that somebody's rights may have changed: an account, session, organisation or key. */
export interface AccessChanges {
  /** Changes whenever a right may have been withdrawn. */
  version(): Promise<string>
  /** Calls back when the database notifies of a change, to poll early; returns a function that stops it. */
  onNotification(callback: () => void): Promise<() => Promise<void>>
}
