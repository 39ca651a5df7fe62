import type { PublicBytes, PublicEntry } from './public-entry.ts'
import type { ContentCoding } from '../coding-choice.ts'

/** Anybody may read the public tree, from any page: nothing in it depends on who asks. */
export const OPEN_HEADERS: readonly string[] = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag, Content-Range',
  'Cross-Origin-Resource-Policy',
  'cross-origin',
  'X-Content-Type-Options',
  'nosniff',
]

/** A page of the tree is text and links; nothing in it runs, loads or is framed. */
export const PAGE_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** The bytes of an entry that a caller gets who takes a coding. */
export function bytesFor(entry: PublicEntry, coding: ContentCoding): PublicBytes {
  return (coding === 'identity' ? null : entry[coding]) ?? entry.identity
}

/** Headers, name after value, that go out with an entry whether or not its bytes do. */
export function commonHeaders(entry: PublicEntry, { etag }: PublicBytes): string[] {
  const varies = entry.gzip !== null || entry.br !== null
  return [
    ...OPEN_HEADERS,
    'Cache-Control',
    entry.cacheControl,
    ...(varies ? ['Vary', 'Accept-Encoding'] : []),
    'ETag',
    etag,
  ]
}

/** All headers of an answer with the bytes of an entry. */
export function fullHeaders(entry: PublicEntry, variant: PublicBytes): string[] {
  return [
    ...commonHeaders(entry, variant),
    ...(entry.ranged ? ['Accept-Ranges', 'bytes'] : []),
    ...(entry.type.startsWith('text/html') ? ['Content-Security-Policy', PAGE_POLICY] : []),
    'Content-Type',
    entry.type,
    ...(variant.coding === 'identity' ? [] : ['Content-Encoding', variant.coding]),
    'Content-Length',
    String(variant.bytes.length),
  ]
}
