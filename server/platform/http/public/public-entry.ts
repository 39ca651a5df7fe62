import { mediaTypeOf } from '../media-types.ts'
import type { PackedFile } from '../packed-files.ts'

export type Coding = 'identity' | 'gzip' | 'br'

/** Bytes of a file in one coding, with the tag of exactly these bytes. */
export interface PublicBytes {
  readonly coding: Coding
  readonly bytes: Buffer
  readonly etag: string
}

/** A file of the public tree, whole in memory. Never changed: what changes is replaced. */
export interface PublicEntry {
  readonly type: string
  readonly cacheControl: string
  readonly identity: PublicBytes
  readonly gzip: PublicBytes | null
  readonly br: PublicBytes | null
  /** Whether parts of it are given on request: for archives that are read piecemeal. */
  readonly ranged: boolean
}

/** Data stay for an hour in caches on the way: so long a withdrawal may take to be seen behind them. */
const DATA = 'public, max-age=3600'
/** Asked for anew each time: what is published now, and what a release is. */
const FRESH = 'no-cache'
const ETAG_DIGITS = 32

/** Whether a file tells what there is, and so must be asked for anew. */
function cacheControlOf(name: string): string {
  return /(^|\/)(index\.html|(index|manifest)\.json)(\.gz|\.br)?$/.test(name) ? FRESH : DATA
}

/** The entry of a file with the packed variants that lie beside it. */
export function publicEntry(
  name: string,
  file: Pick<PackedFile, 'bytes' | 'sha256'>,
  packed: { readonly gzip: PublicBytes | null; readonly br: PublicBytes | null },
): PublicEntry {
  return {
    type: mediaTypeOf(name),
    cacheControl: cacheControlOf(name),
    identity: publicBytes('identity', file),
    ...packed,
    ranged: name.endsWith('.pmtiles'),
  }
}

/** A file's bytes with their tag. */
export function publicBytes(
  coding: Coding,
  { bytes, sha256 }: Pick<PackedFile, 'bytes' | 'sha256'>,
): PublicBytes {
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return { coding, bytes: own, etag: `"${sha256.slice(0, ETAG_DIGITS)}"` }
}

/**
 * The entries of files that are whole in memory, by name: each by itself, and those with `.gz` and `.br` beside them
 * in these codings too.
 */
export function entriesOf(
  files: ReadonlyMap<string, Pick<PackedFile, 'bytes' | 'sha256'>>,
  prefix: string,
): Map<string, PublicEntry> {
  const variant = (name: string, coding: Coding) => {
    const file = files.get(name)
    return file === undefined ? null : publicBytes(coding, file)
  }
  return new Map(
    [...files].map(([name, file]) => {
      const packed = { gzip: variant(`${name}.gz`, 'gzip'), br: variant(`${name}.br`, 'br') }
      return [`${prefix}${name}`, publicEntry(name, file, packed)]
    }),
  )
}
