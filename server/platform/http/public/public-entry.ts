import type { ContentCoding } from '../coding-choice.ts'
import { mediaTypeOf } from '../media-types.ts'
import type { PackedFile } from '../packed-files.ts'

/** Bytes of a file in one coding, with everything that is sent with them: headers are lists of name after value. */
export interface PublicVariant {
  readonly bytes: Buffer
  /** Of exactly these bytes. */
  readonly etag: string
  /** Headers of a response with the bytes. */
  readonly headers: readonly string[]
  /** Headers of a 304. */
  readonly unchangedHeaders: readonly string[]
}

/** A file of the public tree, whole in memory. Never changed: what changes is replaced. */
export interface PublicEntry {
  readonly type: string
  readonly identity: PublicVariant
  readonly gzip: PublicVariant | null
  readonly br: PublicVariant | null
  /** Whether parts of it are given on request: for archives that are read piecemeal. */
  readonly ranged: boolean
}

type StoredFile = Pick<PackedFile, 'bytes' | 'sha256'>

/** Anybody may read the public tree, from any page: nothing in it depends on who asks. */
export const CROSS_ORIGIN_HEADERS: readonly string[] = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag, Content-Range',
  'Cross-Origin-Resource-Policy',
  'cross-origin',
]
export const OPEN_HEADERS: readonly string[] = [...CROSS_ORIGIN_HEADERS, 'X-Content-Type-Options', 'nosniff']

/** A page of the tree is text and links; nothing in it runs, loads or is framed. */
export const PAGE_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** Data stay for an hour in caches on the way: so long a withdrawal may take to be seen behind them. */
const DATA = 'public, max-age=3600'
/** Asked for anew each time: what is published now, and what a release is. */
const FRESH = 'no-cache'
const ETAG_DIGITS = 32

/**
 * The entries of files that are whole in memory, by name: each by itself, and those with `.gz` and `.br` beside them
 * in these codings too.
 */
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
      // A proxy that answers 304 from what it stores sends this as well.
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

/** Tables and outlines are kept under a name that says what they are: `releases/2025/areas.csv` as `lagesbild-2025-areas.csv`. */
function dispositionOf(name: string): readonly string[] {
  if (!/\.(csv|geojson)$/.test(name)) return []
  const fileName = name.replace(/^(releases|layers)\//, '').replaceAll('/', '-')
  return ['Content-Disposition', `attachment; filename="lagesbild-${fileName}"`]
}

/** A file that tells what there is must be asked for anew. */
function cacheControlOf(name: string): string {
  return /(^|\/)(index\.html|(index|manifest)\.json)(\.gz|\.br)?$/.test(name) ? FRESH : DATA
}
