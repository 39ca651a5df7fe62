import type { Principal } from '../access/principal.ts'

export const AUDIT_KINDS = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'points-read',
  /** Figures of cells: surfaces, their tiles and checks. A unit can be a single incident. */
  'units-read',
  'export',
  /**
   * A check that nearly repeats an earlier one of the same account: the difference of the two could disclose single
   * incidents.
   */
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

/** Reads that are counted, because an event for each would be too many. */
export type CountedRead = 'points-read' | 'units-read'

export const isCountedRead = (kind: AuditKind | null | undefined): kind is CountedRead =>
  kind === 'points-read' || kind === 'units-read'

/** An event as a service reports it. The audit log adds time, actor and address. */
export interface AuditNote {
  readonly kind: AuditKind
  /** What was done, as the operation's id: `replaceCamera`, `approveRelease`, … */
  readonly action: string
  /** What it was done to, as `camera/5`; null when it has no subject. */
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

/** The audit log: append-only; a command whose event cannot be stored fails. */
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

/** Which events are wanted, regardless of paging. */
export type AuditFilter = Omit<AuditQuery, 'before' | 'limit'>

/** Work that is about to begin, as stored beforehand: who, what and when. */
export type AuditIntentEvent = Omit<StoredAuditEvent, 'id' | 'detail' | 'count'>
