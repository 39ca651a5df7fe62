import type { ErasureCounts, ErasureOptions, Reclaimed, Reclaiming } from './erasure.ts'

/** What `/readyz` and the log say of the database. */
export interface DatabaseInfo {
  readonly kind: 'embedded' | 'postgis'
  readonly version: string
  readonly postgis: string
  readonly srid: number
}

/**
 * Destroys what need not be kept any more, in many short transactions: given up in the middle, the next call goes on.
 * Readers of the feed are told of each incident before anything of it that they know by is gone.
 */
export interface ErasureRepository {
  /** What `erase` would destroy first; what becomes due by that is not counted. Throws as `erase`. */
  count(asOfMs: number): Promise<ErasureCounts>
  /** @throws DomainError `forbidden` when the role that is signed in to the database does not own it */
  erase(options: ErasureOptions): Promise<ErasureCounts>
  /**
   * Destroys what is known of one incident at once, but for its id in its source, so that no file brings it back.
   *
   * @throws DomainError `not-found`, and as `erase`
   */
  eraseIncident(id: number): Promise<void>
  /** Sees that erased rows leave the files too; a rewriting first waits a minute for transactions that may see them. */
  reclaim(how: Reclaiming): Promise<Reclaimed>
}

/** What is asked of the database itself. */
export interface DatabaseStatus {
  info(): Promise<DatabaseInfo>
  /** Whether a write met a full disk within the last five minutes. */
  isDiskFull(): boolean
  /** One trivial statement within its deadline; false when the database does not answer. */
  ping(): Promise<boolean>
}
