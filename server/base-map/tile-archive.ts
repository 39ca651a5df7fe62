import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Compression, type Header, PMTiles, SharedPromiseCache, type Source, TileType } from 'pmtiles'
import type { Texts } from '../engine/texts.ts'
import { invalidSetting } from './invalid-setting.ts'
import { BASE_MAP_MESSAGES as MESSAGES } from './messages.ts'

/** A PMTiles file that is read by ranges, never whole. */
export interface TileArchive {
  readonly minzoom: number
  readonly maxzoom: number
  /** West, south, east, north, degrees. */
  readonly bounds: [number, number, number, number]
  readonly attribution: string
  /** Changes with the file. */
  readonly etag: string
  /** A tile as it is packed in the file; null where there is none. */
  tile(z: number, x: number, y: number): Promise<Uint8Array | null>
  /** A tile’s content. */
  unpack(packed: Uint8Array): Promise<Uint8Array>
  readonly isGzip: boolean
  close(): Promise<void>
}

const SETTING = 'BASEMAP_PMTILES'
const MAX_DIRECTORIES = 256
/** What a map in the schema of Protomaps has at least. */
const LAYERS = ['earth', 'water', 'roads'] as const
const OPENSTREETMAP =
  '<a href="https://www.openstreetmap.org/copyright">© OpenStreetMap</a> · <a href="https://protomaps.com">Protomaps</a>'

const unpackGzip = promisify<Uint8Array, Uint8Array>(gunzip)

/**
 * Opens an archive of vector tiles in the schema of Protomaps (version 4).
 *
 * @throws DomainError `invalid-setting` that says what is wrong with the file
 */
export async function openTileArchive(path: string): Promise<TileArchive> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw invalidSetting(
      SETTING,
      path,
      cause.code === 'ENOENT' ? MESSAGES.noFile : MESSAGES.notRead(cause.message),
    )
  })
  try {
    return await archiveOf(file, path)
  } catch (error) {
    await file.close()
    throw error
  }
}

async function archiveOf(file: FileHandle, path: string): Promise<TileArchive> {
  const { size, mtimeMs, ino } = await file.stat()
  const source = rangesOf(file, path)
  const directories = new SharedPromiseCache(MAX_DIRECTORIES)
  const reader = new PMTiles(source, directories)
  const header = await reader.getHeader().catch(() => {
    throw invalidSetting(SETTING, path, MESSAGES.noArchive)
  })
  refuseUnusable(header, size, path)
  const metadata: unknown = await reader.getMetadata().catch(() => {
    throw invalidSetting(SETTING, path, MESSAGES.brokenMetadata)
  })
  refuseOtherSchema(metadata, path)
  const packed = new PMTiles(source, directories, async (bytes) => bytes)
  const isGzip = header.tileCompression === Compression.Gzip
  return {
    minzoom: header.minZoom,
    maxzoom: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    attribution: attributionOf(metadata),
    etag: [ino, size, Math.floor(mtimeMs)].map((part) => part.toString(36)).join('-'),
    isGzip,
    async tile(z, x, y) {
      const found = await packed.getZxy(z, x, y)
      return found === undefined ? null : new Uint8Array(found.data)
    },
    unpack: async (bytes) => (isGzip ? unpackGzip(bytes) : bytes),
    close: () => file.close(),
  }
}

function rangesOf(file: FileHandle, path: string): Source {
  return {
    getKey: () => path,
    async getBytes(offset, length) {
      const buffer = new Uint8Array(length)
      const { bytesRead } = await file.read(buffer, 0, length, offset)
      return { data: buffer.buffer.slice(0, bytesRead) }
    },
  }
}

function refuseUnusable(header: Header, size: number, path: string): void {
  const refuse = (what: Texts) => invalidSetting(SETTING, path, what)
  if (header.tileType !== TileType.Mvt) throw refuse(MESSAGES.noVectors)
  if (![Compression.None, Compression.Gzip].includes(header.tileCompression))
    throw refuse(MESSAGES.otherPacking)
  const end = header.tileDataOffset + (header.tileDataLength ?? 0)
  if (end > size) throw refuse(MESSAGES.notWhole(size, end))
}

function refuseOtherSchema(metadata: unknown, path: string): void {
  const layers = (metadata as { readonly vector_layers?: readonly { readonly id?: unknown }[] })
    ?.vector_layers
  const ids = Array.isArray(layers) ? layers.map(({ id }) => id) : []
  const missing = LAYERS.filter((layer) => !ids.includes(layer))
  if (missing.length === 0) return
  throw invalidSetting(SETTING, path, MESSAGES.otherSchema(missing.join(', ')))
}

function attributionOf(metadata: unknown): string {
  const { attribution } = (metadata ?? {}) as { readonly attribution?: unknown }
  return typeof attribution === 'string' && attribution.trim() !== '' ? attribution : OPENSTREETMAP
}
