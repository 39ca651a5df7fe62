import type { AuditNote } from '../audit/audit.ts'

/** What a handler gives back: a status, headers, and a body that is already bytes, text, a stream, or JSON to be. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: AnswerBody
  /** What the trail keeps beyond or instead of what the contract and the path say; null keeps nothing this time. */
  readonly note?: Partial<Pick<AuditNote, 'kind' | 'subject' | 'detail'>> | null
}

export type AnswerBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array | string }
  | { readonly kind: 'stream'; readonly chunks: AsyncIterable<Uint8Array | string> }

const JSON_TYPE = 'application/json; charset=utf-8'
const GEO_JSON_TYPE = 'application/geo+json; charset=utf-8'

/** A list is a header that is sent once for each of its values: `Set-Cookie`. */
type Headers = Readonly<Record<string, string | readonly string[]>>

/** 200 (or another status) with a value as JSON. */
export function json(value: unknown, headers: Headers = {}, status = 200): Answer {
  return { status, headers: { 'Content-Type': JSON_TYPE, ...headers }, body: { kind: 'json', value } }
}

/** 200 (or another status) with a value as GeoJSON. */
export function geoJson(value: unknown, headers: Headers = {}, status = 200): Answer {
  return json(value, { 'Content-Type': GEO_JSON_TYPE, ...headers }, status)
}

/** 200 with bytes or a text of a media type. */
export function bytes(type: string, content: Uint8Array | string, headers: Headers = {}): Answer {
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
): Answer {
  return { status: 200, headers: { 'Content-Type': type, ...headers }, body: { kind: 'stream', chunks } }
}

/** 204. */
export function noContent(): Answer {
  return { status: 204, headers: {}, body: { kind: 'none' } }
}
