import type {
  Account,
  AccountChanges,
  Credentials,
  NewAccount,
  NewInvitation,
  OpenIdentity,
  Organisation,
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
   * Fails with `not-found`, and with `conflict` when nobody would be left who can sign in as an administrator.
   * Disabling ends the sessions and the open link of the account.
   */
  update(id: number, changes: AccountChanges): Promise<Account>
  /**
   * Sets the password, ends every session and the open link of the account.
   *
   * @param from the hash that it replaces; given, nothing is done when there is another by now
   * @returns whether it was done
   */
  setPassword(id: number, passwordHash: string, from?: string): Promise<boolean>
  /** Stores the same password hashed anew; nothing else changes. */
  rehash(id: number, from: string, to: string): Promise<void>
  signedIn(id: number, atMs: number): Promise<void>
  /** Whether an administrator that is not disabled has a way to sign in. */
  hasAdministrator(): Promise<boolean>
  organisations(): Promise<readonly Organisation[]>
  findOrganisation(id: number): Promise<Organisation | null>
  /** Fails with `conflict` when the name is taken or a place is none. */
  insertOrganisation(organisation: Omit<Organisation, 'id'>): Promise<Organisation>
  updateOrganisation(id: number, organisation: Omit<Organisation, 'id'>): Promise<Organisation>
  /** Names of areas of kind `place`, by id. */
  placeNames(ids: readonly number[]): Promise<readonly { readonly id: number; readonly name: string }[]>
}

export interface SessionRepository {
  /**
   * Begins none when the account is disabled by now, or has another password than the one that proved it: whoever is
   * let in is let in by what holds when his session begins, and not when he was asked.
   *
   * @returns its id, or null
   */
  insert(session: {
    readonly accountId: number
    /** Null when it was no password that proved who it is. */
    readonly passwordHash: string | null
    readonly tokenHash: string
    readonly createdAtMs: number
    readonly expiresAtMs: number
  }): Promise<number | null>
  /** Null also when the account is disabled. */
  find(tokenHash: string): Promise<StoredSession | null>
  findById(id: number): Promise<StoredSession | null>
  /** Last use, after which it lives until `latestEndMs` at most. */
  touch(id: number, atMs: number, latestEndMs: number): Promise<void>
  /** Of every session that was used after `nowMs`, makes that its last use, and `latestEndMs` the latest end. */
  holdToNow(nowMs: number, latestEndMs: number): Promise<void>
  remove(id: number): Promise<void>
  removeOfAccount(accountId: number): Promise<number>
  /** Takes away what has ended: used last before `idleSinceMs`, or expired. */
  sweep(nowMs: number, idleSinceMs: number): Promise<number>
}

export interface InvitationRepository {
  /**
   * Replaces an open link of the account.
   *
   * @param options.unlessOpen a link that is still good stays: of several who put one, at once or later, one does
   * @returns whether it was stored
   */
  put(link: NewInvitation, options?: { readonly unlessOpen: boolean }): Promise<boolean>
  find(tokenHash: string): Promise<StoredInvitation | null>
  /**
   * Uses a link up and sets the password, in one transaction; ends every session of the account.
   *
   * @returns the account, or null when the link is not there any more: of two who use it at once one comes too late
   */
  accept(tokenHash: string, passwordHash: string, nowMs: number): Promise<Account | null>
  sweep(nowMs: number): Promise<number>
}

/** Tells that somebody's rights may have changed: an account, session, organisation or key. */
export interface AccessChanges {
  /** Differs whenever a right may have been taken away since. */
  version(): Promise<string>
  /** Calls back when the database hints at a change; returns the way to stop. Only hastens polling. */
  onHint(callback: () => void): Promise<() => Promise<void>>
}
