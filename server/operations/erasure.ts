/**
 * How long what has no retention of its own is kept, days. Incidents go by the retention of their source, counted from
 * when they were over.
 */
export const KEPT_DAYS = {
  /** Rows of files that were refused, the mapping, and what an undone import brought; counted from the import. */
  rejects: 30,
  /** Free text of incidents, counted from when they were over. */
  texts: 90,
  /** The contents of incidents that a person has retracted. */
  retracted: 90,
  /** Earlier states of cameras, zones, areas, proposals and sources. */
  layers: 730,
  /** The trail of who did what. */
  audit: 730,
  /** API keys after they were revoked or have expired. */
  keys: 730,
  /** Evidence of reviews that were never locked, and versions that a newer one has replaced; since anything happened. */
  drafts: 365,
  /** Internal evidence of locked reviews, with its salt, since anything happened; the handling stays. */
  evidence: 1826,
  /** Numbers of erased incidents, so that every server hears of it. */
  numbers: 1,
} as const

/** What a purge destroyed or, tried out, would destroy: rows of each kind. */
export interface ErasureCounts {
  /** Incidents whose retention is over, with all that was known of them. */
  readonly incidents: number
  /** Contents of retracted incidents, and of those of undone imports. */
  readonly retracted: number
  /** Superseded states, of erased incidents and of their own age. */
  readonly revisions: number
  readonly texts: number
  readonly rejects: number
  /** Imports of which mapping, error and, where nothing of them is left, name and hash of the file were emptied. */
  readonly imports: number
  readonly layerRevisions: number
  readonly auditEvents: number
  readonly sessions: number
  readonly invitations: number
  readonly keys: number
  /** Evidence of reviews that were left open, and versions of it that were computed anew. */
  readonly drafts: number
  /** Internal evidence of reviews that were locked. */
  readonly evidence: number
  /** Numbers of incidents that an earlier purge erased. */
  readonly numbers: number
}

export type ErasureKind = keyof ErasureCounts

/** How space that erased rows leave is dealt with. */
export type Reclaiming =
  /** Given to later rows, by and by overwritten. */
  | 'reuse'
  /** Tables and indexes written anew without it, locked meanwhile. */
  | 'rewrite'

export interface Reclaimed {
  /** Names of what could not be written anew, for want of rights. */
  readonly notRewritten: readonly string[]
  /** Transactions that stayed open all the while and may still see what was erased: it stays in the files. */
  readonly openTransactions: number
}

export interface ErasureOptions {
  /** The day of judgement. */
  readonly asOfMs: number
  /** Now, for the mark by which later purges tell the age of what has no time of its own. */
  readonly nowMs: number
  readonly signal: AbortSignal
  /** Told after each committed step how many rows of a kind went with it. */
  readonly onStep: (kind: ErasureKind, rows: number) => void
}
