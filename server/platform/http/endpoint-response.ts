import { encodeCursor } from './fields/page.ts'
import type { AuditNote } from '../audit/audit.ts'

/** What a handler gives back: a status, headers, and a body that is already bytes, text, a stream, or JSON to be. */
export interface EndpointResponse {
  readonly status: number
  readonly headers: Headers
  readonly body: ResponseBody
  /** Of a page of a list: the cursor of the next one, null at the end; its links are made of the request's address. */
  readonly next?: string | null
  /** What the trail keeps beyond or instead of what the contract and the path say; null keeps nothing this time. */
  readonly note?: Partial<Pick<AuditNote, 'kind' | 'subject' | 'detail'>> | null
}

export type ResponseBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array | string }
  | { readonly kind: 'stream'; readonly chunks: AsyncIterable<Uint8Array | string> }

const JSON_TYPE = 'application/json; charset=utf-8'
export const GEO_JSON_TYPE = 'application/geo+json; charset=utf-8'

/** A list is a header that is sent once for each of its values: `Set-Cookie`. */
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

/** Headers that have a file kept under a name, which is of letters, digits, dots and hyphens. */
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

/** 200 with chunks as they come. */
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
