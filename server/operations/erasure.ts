/**
 * Days that data without a retention of their own are kept. Incidents follow the retention of their source, counted
 * from their end.
 */
export const KEPT_DAYS = {
  /** Rejected rows of files, the mapping, and incidents of undone imports; counted from the import. */
  rejects: 30,
  /** Free text of incidents, counted from their end. */
  texts: 90,
  /** Texts of observations, counted from when they were seen; kept where no decision says that they go. */
  observationTexts: 150,
  /** The contents of incidents that a person has retracted. */
  retracted: 90,
  /** Earlier states of cameras, zones, areas, proposals and sources. */
  layers: 730,
  /** The audit log. */
  audit: 730,
  /** API keys after they were revoked or have expired. */
  keys: 730,
  /** Evidence of reviews that were never locked, and replaced versions; counted from the last event. */
  drafts: 365,
  /** Internal evidence of locked reviews, with its salt, counted from the last event; the public document stays. */
  evidence: 1826,
  /** Ids of erased incidents, so that every server drops them. */
  numbers: 1,
} as const

/** Rows of each kind that a purge erased or, as a dry run, would erase. */
export interface ErasureCounts {
  /** Incidents past retention, with all their data. */
  readonly incidents: number
  /** Contents of retracted incidents, and of those of undone imports. */
  readonly retracted: number
  /** Superseded states, of erased incidents and of their own age. */
  readonly revisions: number
  readonly texts: number
  /** Of observations; none where no decision says that they go. */
  readonly observationTexts: number
  readonly rejects: number
  /** Imports whose mapping and error were cleared and, when no row is left, name and hash of the file. */
  readonly imports: number
  readonly layerRevisions: number
  readonly auditEvents: number
  readonly sessions: number
  readonly invitations: number
  readonly keys: number
  /** Evidence of reviews that were left open, and replaced versions. */
  readonly drafts: number
  /** Internal evidence of reviews that were locked. */
  readonly evidence: number
  /** Ids of incidents that an earlier purge erased. */
  readonly numbers: number
}

/** A text that is to be taken out of the work round a place. */
export interface WorkTextErasure {
  /** The item in which it was seen. */
  readonly itemId: number
  readonly text: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** Items and earlier states that held the text. */
export interface ErasedWorkText {
  readonly items: number
  readonly revisions: number
}

export type ErasureKind = keyof ErasureCounts

/** What happens to the space of erased rows. */
export type Reclaiming =
  /** Reused by later rows, and so overwritten gradually. */
  | 'reuse'
  /** Tables and indexes are rewritten without it, locked meanwhile. */
  | 'rewrite'

export interface Reclaimed {
  /** Names of tables that could not be rewritten, for lack of rights. */
  readonly notRewritten: readonly string[]
  /** Transactions that stayed open and may still see erased rows, which then stay in the files. */
  readonly openTransactions: number
}

export interface ErasureOptions {
  /** The time as of which retention is judged, milliseconds. */
  readonly asOfMs: number
  /** Whether a decision of the city says that texts of observations go; they stay unless one does. */
  readonly observationTexts?: boolean
  /** Now, for the mark by which later purges tell the age of what has no time of its own. */
  readonly nowMs: number
  readonly signal: AbortSignal
  /** Called after each committed step with the number of rows erased. */
  readonly onStep: (kind: ErasureKind, rows: number) => void
}
