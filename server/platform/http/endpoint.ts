import { z } from 'zod'
import type { AuditKind } from '../audit/audit.ts'
import type { Access } from '../access/principal.ts'
import type { ClosedState } from '../access/guard.ts'
import type { ErrorCode } from '../../engine/errors.ts'
import type { PathTemplate } from './paths.ts'

export type { ClosedState }

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** What an answer of one status carries, by media type; no content means no body. */
export interface ResponseContract {
  readonly description: string
  readonly content?: Readonly<Record<string, z.ZodType>>
  /** Names and descriptions of headers worth knowing. */
  readonly headers?: Readonly<Record<string, string>>
}

/** One call of the API: what it takes and what it answers. The OpenAPI document and the routes are made from it. */
export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  /** The operation's id. */
  readonly id: string
  readonly method: Method
  readonly path: PathTemplate
  readonly tag: string
  /** Who may call it; looked at before anything of the request but its path. */
  readonly access: Access
  /**
   * Where the path names one thing: who may know that it exists. To everybody else there is no such thing. Null where
   * the path names none.
   */
  readonly resource: Access | null
  /** When it is closed to everybody, whatever their rights. */
  readonly closedIn: readonly ClosedState[]
  /** Whether a call with this query stores nothing, and so is never closed. */
  isDryRun(query: z.output<Q>): boolean
  /** What kind of event the trail keeps of a call that succeeds; null keeps none, or lets its service keep them. */
  readonly audit: AuditKind | null
  /** Who words the note: the call, by its path and answer, or its service, which knows more. Begun it is by the call. */
  readonly auditedBy: 'call' | 'service'
  readonly summary: string
  readonly description?: string
  readonly params: P
  readonly query: Q
  readonly body: B
  /** How the body comes; `none` reads none. A multipart body is streamed by the handler itself. */
  readonly bodyType: 'none' | 'json' | 'multipart'
  /** Whether `If-Match` with the revision is needed. */
  readonly ifMatch: 'none' | 'optional' | 'required'
  readonly responses: Readonly<Record<number, ResponseContract>>
  /** Refusals of its own, beyond those that its access, body, `If-Match` and deadline imply. */
  readonly errors: readonly ErrorCode[]
  /** Milliseconds after which the call is given up; null for one that streams as long as it needs. */
  readonly deadlineMs: number | null
  /** Counted against the tighter limit of requests. */
  readonly heavy: boolean
  /** False for a probe, which is not counted against the limit of requests. */
  readonly rateLimited: boolean
  /** False for a call that must be answered while the database is away, so nobody is looked up in it. */
  readonly authenticates: boolean
}

const NOTHING = z.strictObject({})
const DEFAULT_DEADLINE_MS = 15_000

type Defaults =
  | 'resource'
  | 'closedIn'
  | 'isDryRun'
  | 'audit'
  | 'auditedBy'
  | 'params'
  | 'query'
  | 'body'
  | 'bodyType'
  | 'ifMatch'
  | 'errors'
  | 'deadlineMs'
  | 'heavy'
  | 'rateLimited'
  | 'authenticates'

/**
 * An endpoint with everything unsaid filled in: no parameters, no body, no `If-Match`, a deadline of 15 s; who may use
 * the thing of a path may know of it; what changes something is kept by the trail.
 */
export function defineEndpoint<
  P extends z.ZodType = typeof NOTHING,
  Q extends z.ZodType = typeof NOTHING,
  B extends z.ZodType = typeof NOTHING,
>(spec: Omit<Endpoint<P, Q, B>, Defaults> & Partial<Pick<Endpoint<P, Q, B>, Defaults>>): Endpoint<P, Q, B> {
  return {
    ...spec,
    resource: spec.resource === undefined ? (spec.path.includes('{') ? spec.access : null) : spec.resource,
    closedIn: spec.closedIn ?? [],
    isDryRun: spec.isDryRun ?? (() => false),
    audit: spec.audit === undefined ? (spec.method === 'get' ? null : 'change') : spec.audit,
    auditedBy: spec.auditedBy ?? 'call',
    params: spec.params ?? (NOTHING as unknown as P),
    query: spec.query ?? (NOTHING as unknown as Q),
    body: spec.body ?? (NOTHING as unknown as B),
    bodyType: spec.bodyType ?? (spec.body === undefined ? 'none' : 'json'),
    ifMatch: spec.ifMatch ?? 'none',
    errors: spec.errors ?? [],
    deadlineMs: spec.deadlineMs === undefined ? DEFAULT_DEADLINE_MS : spec.deadlineMs,
    heavy: spec.heavy ?? false,
    rateLimited: spec.rateLimited ?? true,
    authenticates: spec.authenticates ?? true,
  }
}

/** An answer of JSON. */
export function json(description: string, schema: z.ZodType): ResponseContract {
  return { description, content: { 'application/json': schema } }
}
