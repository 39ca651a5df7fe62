import { hash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { ByteWriter } from '../mvt/byte-writer.ts'
import type { EncodedTile } from './pyramid.ts'
import { tileId } from './tile-id.ts'

export interface PmtilesOptions {
  /** Any JSON value, with `vector_layers` at least. */
  readonly metadata: unknown
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number]
  readonly minZoom: number
  readonly maxZoom: number
}

/** A run of tiles with the same content. */
interface Entry {
  readonly id: number
  run: number
  readonly offset: number
  readonly length: number
}

const HEADER_BYTES = 127
/** Readers fetch the first 16 KiB and expect header and root directory there. */
const MAX_ROOT_BYTES = 16_384 - HEADER_BYTES
const GZIP = 2
const MVT = 1

/**
 * A PMTiles archive, version 3: clustered, each content once, directories and tiles packed with gzip. Empty tiles are
 * left out, since readers treat missing tiles as empty.
 *
 * @throws RangeError when the tiles are too many for one directory (some ten thousand)
 */
export function writePmtiles(tiles: Iterable<EncodedTile>, options: PmtilesOptions): Buffer {
  const { entries, contents, addressed } = collect(tiles)
  const root = gzipSync(directoryOf(entries))
  if (root.length > MAX_ROOT_BYTES)
    throw new RangeError('Too many tiles for one directory of a PMTiles archive.')
  const metadata = gzipSync(JSON.stringify(options.metadata))
  const data = Buffer.concat(contents)
  const lengths = { root: root.length, metadata: metadata.length, data: data.length }
  const counts = { addressed, entries: entries.length, contents: contents.length }
  return Buffer.concat([headerOf(lengths, counts, options), root, metadata, data])
}

function collect(tiles: Iterable<EncodedTile>) {
  const ordered = [...tiles]
    .filter(({ bytes }) => bytes.length > 0)
    .map((tile) => ({ id: tileId(tile), bytes: tile.bytes }))
    .sort((a, b) => a.id - b.id)
  const known = new Map<string, { readonly offset: number; readonly length: number }>()
  const entries: Entry[] = []
  const contents: Buffer[] = []
  let size = 0
  for (const { id, bytes } of ordered) {
    const digest = hash('sha256', bytes)
    const place = known.get(digest) ?? append(bytes)
    known.set(digest, place)
    const last = entries.at(-1)
    if (last?.offset === place.offset && last.id + last.run === id) last.run++
    else entries.push({ id, run: 1, ...place })
  }
  return { entries, contents, addressed: ordered.length }

  function append(bytes: Uint8Array) {
    const packed = gzipSync(bytes, { level: 9 })
    contents.push(packed)
    const place = { offset: size, length: packed.length }
    size += packed.length
    return place
  }
}

/** Ids as differences, runs, lengths, and offsets: 0 where a content follows the previous one, else offset + 1. */
function directoryOf(entries: readonly Entry[]): Uint8Array {
  const out = new ByteWriter()
  out.varint(entries.length)
  entries.forEach(({ id }, at) => out.varint(id - (entries[at - 1]?.id ?? 0)))
  for (const { run } of entries) out.varint(run)
  for (const { length } of entries) out.varint(length)
  entries.forEach(({ offset }, at) => {
    const before = entries[at - 1]
    out.varint(before !== undefined && offset === before.offset + before.length ? 0 : offset + 1)
  })
  return out.written()
}

function headerOf(
  lengths: { readonly root: number; readonly metadata: number; readonly data: number },
  counts: { readonly addressed: number; readonly entries: number; readonly contents: number },
  { bounds: [west, south, east, north], minZoom, maxZoom }: PmtilesOptions,
): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('PMTiles', 'ascii')
  header.writeUInt8(3, 7)
  const metadataAt = HEADER_BYTES + lengths.root
  const dataAt = metadataAt + lengths.metadata
  const sections = [HEADER_BYTES, lengths.root, metadataAt, lengths.metadata, dataAt, 0, dataAt, lengths.data]
  const numbers = [...sections, counts.addressed, counts.entries, counts.contents]
  numbers.forEach((value, at) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * at))
  const flags = [1, GZIP, GZIP, MVT, minZoom, maxZoom]
  flags.forEach((value, at) => header.writeUInt8(value, 96 + at))
  const degrees = [west, south, east, north]
  degrees.forEach((value, at) => header.writeInt32LE(Math.round(value * 1e7), 102 + 4 * at))
  header.writeUInt8(Math.min(maxZoom, Math.max(minZoom, 11)), 118)
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119)
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123)
  return header
}
