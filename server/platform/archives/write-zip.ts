import { crc32, deflateRawSync } from 'node:zlib'

const [LOCAL_MARK, ENTRY_MARK, END_MARK] = [0x04034b50, 0x02014b50, 0x06054b50]
const VERSION = 20
const NAMES_IN_UTF8 = 1 << 11
const [STORED, DEFLATED] = [0, 8]

/** A file to put into an archive. */
export interface FileToPack {
  /** With slashes between folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Files as one ZIP archive (PKWARE APPNOTE 6.3), in their order: the same bytes for the same files and time.
 *
 * @param at ISO instant that every file is marked with, of 1980–2107; the archive stores it as UTC
 */
export function writeZip(files: readonly FileToPack[], at: string): Uint8Array {
  const time = dosTime(new Date(at))
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes, { level: 9 })
    const isPacked = packed.length < bytes.length
    const data = isPacked ? packed : Buffer.from(bytes)
    const nameBytes = Buffer.from(name, 'utf8')
    const about = fileFields(time, isPacked ? DEFLATED : STORED, bytes, data.length, nameBytes.length)
    locals.push(words([4, LOCAL_MARK]), about, words([2, 0]), nameBytes, data)
    directory.push(
      words([4, ENTRY_MARK], [2, VERSION]),
      about,
      words([2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      nameBytes,
    )
    offset += 30 + nameBytes.length + data.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const count = files.length
  const end = words([4, END_MARK], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0])
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]))
}

/** The fields that both headers of a file have in common. */
function fileFields(
  { date, minutes }: { readonly date: number; readonly minutes: number },
  method: number,
  bytes: Uint8Array,
  packedLength: number,
  nameLength: number,
): Buffer {
  return words(
    [2, VERSION],
    [2, NAMES_IN_UTF8],
    [2, method],
    [2, minutes],
    [2, date],
    [4, crc32(bytes)],
    [4, packedLength],
    [4, bytes.length],
    [2, nameLength],
  )
}

/** Whole numbers, little-endian, of 2 or 4 bytes each. */
function words(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const written = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) {
    written.writeUIntLE(value, at, bytes)
    at += bytes
  }
  return written
}

function dosTime(at: Date): { readonly date: number; readonly minutes: number } {
  return {
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    minutes: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  }
}
