import type {
  ErasedWorkText,
  ErasureCounts,
  ErasureOptions,
  Reclaimed,
  Reclaiming,
  WorkTextErasure,
} from './erasure.ts'

/** Information on the database for `/readyz` and the log. */
export interface DatabaseInfo {
  readonly kind: 'embedded' | 'postgis'
  readonly version: string
  readonly postgis: string
  readonly srid: number
}

/**
 * Erases data past retention in many short transactions: after an interruption the next call continues. The feed
 * reports each incident as gone before its row is erased.
 */
export interface ErasureRepository {
  /** What `erase` would destroy first; what becomes due by that is not counted. Throws as `erase`. */
  count(asOfMs: number, observationTexts?: boolean): Promise<ErasureCounts>
  /** @throws DomainError `forbidden` when the role that is signed in to the database does not own it */
  erase(options: ErasureOptions): Promise<ErasureCounts>
  /**
   * Erases all data of one incident at once except its id in the source, so that no file imports it again.
   *
   * @throws DomainError `not-found`, and as `erase`
   */
  eraseIncident(id: number): Promise<void>
  /**
   * Takes a text out of an item of the work, of those of its place that repeat it, and of all of their states.
   *
   * @throws DomainError `not-found`, and as `erase`
   */
  eraseWorkText(erasure: WorkTextErasure): Promise<ErasedWorkText>
  /**
   * Removes erased rows from the files too; a rewrite first waits up to a minute for transactions that may see them.
   */
  reclaim(how: Reclaiming): Promise<Reclaimed>
}

/** State of the database. */
export interface DatabaseStatus {
  info(): Promise<DatabaseInfo>
  /** Whether a write met a full disk within the last five minutes. */
  isDiskFull(): boolean
  /** Runs one trivial statement within a deadline; false when the database does not respond. */
  ping(): Promise<boolean>
}
