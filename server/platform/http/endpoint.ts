import { z } from 'zod'
import type { AuditKind } from '../audit/audit.ts'
import type { Access } from '../access/principal.ts'
import type { ClosedState } from '../access/guard.ts'
import type { ErrorCode } from '../../engine/errors.ts'
import type { PathTemplate } from './paths.ts'

export type { ClosedState }

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** The response of one status, by media type; no content means no body. */
export interface ResponseContract {
  readonly description: string
  readonly content?: Readonly<Record<string, z.ZodType>>
  /** Names and descriptions of documented headers. */
  readonly headers?: Readonly<Record<string, string>>
}

/** One operation of the API: its request and responses. The OpenAPI document and the routes are made from it. */
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
  /** Who may call it; checked before anything of the request but its path. */
  readonly access: Access
  /**
   * For a path that names a resource: who may know that it exists; everybody else gets `not-found`. Null for other
   * paths.
   */
  readonly resource: Access | null
  /** When it is closed to everybody, whatever their rights. */
  readonly closedIn: readonly ClosedState[]
  /** Whether a call with this query stores nothing, and so is never closed. */
  isDryRun(query: z.output<Q>): boolean
  /** Kind of the audit event of a successful call; null stores none, or leaves it to the service. */
  readonly audit: AuditKind | null
  /**
   * Who writes the audit event: the call, from path and response, or the service, which knows more. The intent is
   * always the call's.
   */
  readonly auditedBy: 'call' | 'service'
  readonly summary: string
  readonly description?: string
  readonly params: P
  readonly query: Q
  readonly body: B
  /** Kind of the body; `none` reads none. A multipart body is streamed by the handler itself. */
  readonly bodyType: 'none' | 'json' | 'multipart'
  /** Whether `If-Match` with the revision is needed. */
  readonly ifMatch: 'none' | 'optional' | 'required'
  readonly responses: Readonly<Record<number, ResponseContract>>
  /** Refusals beyond those implied by access, body, `If-Match` and deadline. */
  readonly errors: readonly ErrorCode[]
  /** Milliseconds after which the call is aborted; null for a stream without a limit. */
  readonly deadlineMs: number | null
  /** Counted against the tighter limit of requests. */
  readonly heavy: boolean
  /** False for a probe, which is not counted against the limit of requests. */
  readonly rateLimited: boolean
  /** False for a call that must work without the database, so no principal is looked up. */
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
 * An endpoint with defaults: no parameters, no body, no `If-Match`, a deadline of 15 s; who may call it may know of
 * its resource; what changes something is audited.
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

/** A JSON response. */
export function json(description: string, schema: z.ZodType): ResponseContract {
  return { description, content: { 'application/json': schema } }
}
