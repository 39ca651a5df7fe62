import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type CompressionCodec, snappyUncompress } from 'hyparquet'
import { DomainError } from '../../engine/errors.ts'
import { PARQUET_MESSAGES } from '../messages/table.ts'

/** What one page may unpack to. Writers make pages of about 1 MB, a few write a whole column of a row group as one. */
const MAX_PAGE_BYTES = 128 * 2 ** 20

type Unpack = (packed: Uint8Array, bytes: number) => Uint8Array

/** Of the codecs that engines write by default, ZSTD is the one that Node 20 cannot unpack; it is refused by name. */
const UNPACK = {
  SNAPPY(packed, bytes) {
    const page = new Uint8Array(bytes)
    snappyUncompress(packed, page)
    return page
  },
  GZIP: (packed, bytes) => gunzipSync(packed, { maxOutputLength: Math.max(1, bytes) }),
  BROTLI: (packed, bytes) => brotliDecompressSync(packed, { maxOutputLength: Math.max(1, bytes) }),
} as const satisfies Partial<Record<CompressionCodec, Unpack>>

export const READABLE_CODECS: readonly string[] = ['UNCOMPRESSED', ...Object.keys(UNPACK)]

/** The codecs as hyparquet takes them; a page's header is not believed beyond what a page may be. */
export const COMPRESSORS = Object.fromEntries(
  Object.entries(UNPACK).map(([codec, unpack]) => [codec, bounded(unpack)]),
)

function bounded(unpack: Unpack): Unpack {
  return (packed, bytes) => {
    if (bytes > MAX_PAGE_BYTES) throw new DomainError('too-large', PARQUET_MESSAGES.burstingPage)
    return unpack(packed, bytes)
  }
}
