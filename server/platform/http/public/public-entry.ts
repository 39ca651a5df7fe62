import type { ContentCoding } from '../coding-choice.ts'
import { mediaTypeOf } from '../media-types.ts'
import type { PackedFile } from '../packed-files.ts'

/** A file in one coding, with its response headers; headers alternate name and value. */
export interface PublicVariant {
  readonly bytes: Buffer
  /** ETag of exactly these bytes. */
  readonly etag: string
  /** Headers of a response with the bytes. */
  readonly headers: readonly string[]
  /** Headers of a 304. */
  readonly unchangedHeaders: readonly string[]
}

/** A file of the public tree, whole in memory. Immutable. */
export interface PublicEntry {
  readonly type: string
  readonly identity: PublicVariant
  readonly gzip: PublicVariant | null
  readonly br: PublicVariant | null
  /** Whether range requests are served: for PMTiles archives. */
  readonly ranged: boolean
}

type StoredFile = Pick<PackedFile, 'bytes' | 'sha256'>

/** Any page may read the public tree: nothing in it depends on the caller. */
export const CROSS_ORIGIN_HEADERS: readonly string[] = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag, Content-Range',
  'Cross-Origin-Resource-Policy',
  'cross-origin',
]
export const OPEN_HEADERS: readonly string[] = [...CROSS_ORIGIN_HEADERS, 'X-Content-Type-Options', 'nosniff']

/** Policy of the tree's pages, which are text and links: no scripts, loads or framing. */
export const PAGE_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** Caches keep data for an hour, so a withdrawal may take that long to reach their readers. */
const DATA = 'public, max-age=3600'
/** Revalidated each time: indexes, descriptions of releases, notices, and what is being done. */
const FRESH = 'no-cache'
const ETAG_DIGITS = 32

/** The entries of files by name; files with `.gz` and `.br` variants are also served in these codings. */
export function entriesOf(files: ReadonlyMap<string, StoredFile>, prefix: string): Map<string, PublicEntry> {
  return new Map(
    [...files].map(([name, file]) => {
      const packed = { gzip: files.get(`${name}.gz`), br: files.get(`${name}.br`) }
      return [`${prefix}${name}`, publicEntry(prefix + name, file, packed)]
    }),
  )
}

function publicEntry(
  name: string,
  file: StoredFile,
  packed: Readonly<Record<'gzip' | 'br', StoredFile | undefined>>,
): PublicEntry {
  const type = mediaTypeOf(name)
  const ranged = name.endsWith('.pmtiles')
  const varies = packed.gzip !== undefined || packed.br !== undefined
  const variant = (coding: ContentCoding, { bytes, sha256 }: StoredFile): PublicVariant => {
    const etag = `"${sha256.slice(0, ETAG_DIGITS)}"`
    const unchangedHeaders = [
      ...OPEN_HEADERS,
      'Cache-Control',
      cacheControlOf(name),
      ...(varies ? ['Vary', 'Accept-Encoding'] : []),
      'ETag',
      etag,
      // A proxy that responds 304 from its cache sends this as well.
      ...dispositionOf(name),
    ]
    const headers = [
      ...unchangedHeaders,
      ...(ranged ? ['Accept-Ranges', 'bytes'] : []),
      ...(type.startsWith('text/html') ? ['Content-Security-Policy', PAGE_POLICY] : []),
      'Content-Type',
      type,
      ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
      'Content-Length',
      String(bytes.length),
    ]
    const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    return { bytes: own, etag, headers, unchangedHeaders }
  }
  return {
    type,
    ranged,
    identity: variant('identity', file),
    gzip: packed.gzip === undefined ? null : variant('gzip', packed.gzip),
    br: packed.br === undefined ? null : variant('br', packed.br),
  }
}

/** Tables and outlines are saved under a descriptive name: `releases/2025/areas.csv` as `lagesbild-2025-areas.csv`. */
function dispositionOf(name: string): readonly string[] {
  if (!/\.(csv|geojson)$/.test(name)) return []
  const fileName = name.replace(/^(releases|layers)\//, '').replaceAll('/', '-')
  return ['Content-Disposition', `attachment; filename="lagesbild-${fileName}"`]
}

/** Indexes must be revalidated, and what is corrected in place. */
function cacheControlOf(name: string): string {
  return /(^|\/)(areas\/[^/]+\.html|index\.html|notices\.atom|(index|manifest|notices|work)\.json)(\.gz|\.br)?$/.test(
    name,
  )
    ? FRESH
    : DATA
}
