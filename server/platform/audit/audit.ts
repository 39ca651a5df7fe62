import type { Principal } from '../access/principal.ts'

export const AUDIT_KINDS = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'points-read',
  /** Figures of cells: surfaces, their tiles and checks. A unit can be a single incident. */
  'units-read',
  'export',
  /** A check that nearly repeats an earlier one of the same account: their difference could tell of single incidents. */
  'repeat',
  'import',
  'change',
  'people',
  'publish',
  'key-use',
  'erasure',
  'backup',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** Reads that are counted, for there are too many for a note each. */
export type CountedRead = 'points-read' | 'units-read'

export const isCountedRead = (kind: AuditKind | null | undefined): kind is CountedRead =>
  kind === 'points-read' || kind === 'units-read'

/** Something worth knowing later, as it is told. The trail adds when, who and where from. */
export interface AuditNote {
  readonly kind: AuditKind
  /** What was done, as the operation's id: `replaceCamera`, `approveRelease`, … */
  readonly action: string
  /** What it was done to, as `camera/5`; null when to nothing in particular. */
  readonly subject: string | null
  /** Never incidents, free text, passwords or tokens. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
  /** How many such events this one stands for; 1 unless aggregated. */
  readonly count?: number
}

export interface StoredAuditEvent extends AuditNote {
  readonly id: number
  readonly at: string
  /** `account/3`, `key/2`, `operator` or `anonymous`. */
  readonly actor: string
  readonly actorName: string | null
  readonly sessionId: number | null
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
  readonly count: number
}

/** The trail of who did what. Append-only; a note that cannot be kept fails the work that it is of. */
export interface AuditLog {
  record(principal: Principal, note: AuditNote): Promise<void>
}

export interface AuditQuery {
  readonly kinds: readonly AuditKind[] | null
  readonly actor: string | null
  readonly fromMs: number | null
  readonly toMs: number | null
  /** Ids below this one; null = from the newest. */
  readonly before: number | null
  readonly limit: number
}

/** Which events are asked for, wherever the page begins. */
export type AuditFilter = Omit<AuditQuery, 'before' | 'limit'>

/** Work that is about to be done, as it is noted before: who, what and when. */
export type AuditIntentEvent = Omit<StoredAuditEvent, 'id' | 'detail' | 'count'>
