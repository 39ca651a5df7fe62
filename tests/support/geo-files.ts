import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file to be written by GDAL. */
export interface GeoFileRecipe {
  /** Of the file, without its ending, and of its layer. */
  readonly name: string
  /** As GDAL calls it. */
  readonly driver: string
  readonly geoJson: object
  /** Of ogr2ogr. */
  readonly options?: readonly string[]
  /** SQL that changes a GeoPackage once it is written. */
  readonly statements?: readonly string[]
}

const SCRIPT = new URL('./children/write-geo-files.ts', import.meta.url)

/** The files that GDAL writes, by their names: some formats come in several. */
export function writeGeoFiles(recipes: readonly GeoFileRecipe[]): ReadonlyMap<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'lagesbild-geo-'))
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(SCRIPT), folder],
      {
        input: JSON.stringify(recipes),
        encoding: 'utf8',
      },
    )
    if (status !== 0) throw new Error(stderr)
    return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Those of some files whose name begins with a text, in a ZIP archive. */
export function zipOf(files: ReadonlyMap<string, Buffer>, prefix = ''): Buffer {
  const entries = [...files].filter(([name]) => name.startsWith(prefix))
  return writeZip(entries.map(([name, bytes]) => ({ name, bytes })))
}

/** A ZIP archive of stored files. @param entries may say another length than they have @param encoding of their names */
export function writeZip(
  entries: readonly { readonly name: string; readonly bytes: Buffer; readonly saidBytes?: number }[],
  encoding: BufferEncoding = 'utf8',
): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, saidBytes = bytes.length } of entries) {
    const title = Buffer.from(name, encoding)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(checksum(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(saidBytes, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, bytes])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, title]))
    locals.push(local)
    at += local.length
  }
  const end = Buffer.alloc(18)
  const listing = Buffer.concat(directory)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, listing, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

/** CRC-32; Node 20.19 has none of its own. */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
