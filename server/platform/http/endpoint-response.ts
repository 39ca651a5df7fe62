import { encodeCursor } from './fields/page.ts'
import type { AuditNote } from '../audit/audit.ts'

/** The response of a handler: status, headers, and a body of bytes, text, a stream, or a value to send as JSON. */
export interface EndpointResponse {
  readonly status: number
  readonly headers: Headers
  readonly body: ResponseBody
  /** For a page of a list: the cursor of the next page, null at the end. */
  readonly next?: string | null
  /** Overrides the audit event that follows from contract and path; null stores none. */
  readonly note?: Partial<Pick<AuditNote, 'kind' | 'subject' | 'detail'>> | null
}

export type ResponseBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array | string }
  | { readonly kind: 'stream'; readonly chunks: AsyncIterable<Uint8Array | string> }

const JSON_TYPE = 'application/json; charset=utf-8'
export const GEO_JSON_TYPE = 'application/geo+json; charset=utf-8'

/** A list sends the header once for each value (`Set-Cookie`). */
type Headers = Readonly<Record<string, string | readonly string[]>>

/** 200 (or another status) with a value as JSON. */
export function json(value: unknown, headers: Headers = {}, status = 200): EndpointResponse {
  return { status, headers: { 'Content-Type': JSON_TYPE, ...headers }, body: { kind: 'json', value } }
}

/** 200 (or another status) with a value as GeoJSON. */
export function geoJson(value: unknown, headers: Headers = {}, status = 200): EndpointResponse {
  return json(value, { 'Content-Type': GEO_JSON_TYPE, ...headers }, status)
}

/**
 * 200 with a page of a list as JSON or, by its `Content-Type`, as GeoJSON.
 *
 * @param value the page without `next` and `links`
 * @param next position after which the list goes on; null at its end
 */
export function page(value: object, next: number | null, headers: Headers = {}): EndpointResponse {
  const cursor = next === null ? null : encodeCursor(next)
  return { ...json({ ...value, next: cursor }, headers), next: cursor }
}

/** `Content-Disposition` that saves a file under a name of letters, digits, dots and hyphens. */
export function asFile(name: string): { readonly 'Content-Disposition': string } {
  return { 'Content-Disposition': `attachment; filename="${name}"` }
}

/** 200 with bytes or a text of a media type. */
export function bytes(type: string, content: Uint8Array | string, headers: Headers = {}): EndpointResponse {
  return {
    status: 200,
    headers: { 'Content-Type': type, ...headers },
    body: { kind: 'bytes', bytes: content },
  }
}

/** 200 with chunks as they are produced. */
export function stream(
  type: string,
  chunks: AsyncIterable<Uint8Array | string>,
  headers: Headers = {},
): EndpointResponse {
  return { status: 200, headers: { 'Content-Type': type, ...headers }, body: { kind: 'stream', chunks } }
}

/** 204. */
export function noContent(): EndpointResponse {
  return { status: 204, headers: {}, body: { kind: 'none' } }
}
