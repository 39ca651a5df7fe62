import { isUtf8 } from 'node:buffer'
import { readSync } from 'node:fs'
import iconv from 'iconv-lite'
import { DomainError } from '../../engine/errors.ts'
import { ZIP_MESSAGES } from '../messages/file.ts'
import type { Texts } from '../../engine/texts.ts'

const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 65_535
const ENTRY_BYTES = 46
const MAX_DIRECTORY_BYTES = 4 * 2 ** 20
const MAX_ENTRIES = 2000
const ENCRYPTED = 1
/** The archive says that a name is UTF-8. */
const IN_UTF8 = 1 << 11

/** What an archive may unpack to in all: so many times its own size, or so many bytes whatever its size. */
const MAX_GROWTH = 100
const FREE_GROWTH_BYTES = 16 * 2 ** 20
const MAX_UNPACKED_BYTES = 2 ** 30

/** A file within an archive. */
export interface ZipEntry {
  readonly name: string
  /** Its name as GDAL has it, which reads one that is not said to be UTF-8 as ISO-8859-1. */
  readonly gdalName: string
  readonly unpackedBytes: number
  readonly packedBytes: number
  /** How it is packed: 0 not at all, 8 deflated. */
  readonly method: number
  /** Where it stands in the archive, bytes from the beginning. */
  readonly at: number
}

/** An archive on the disk. */
export interface ZipFile {
  readonly fd: number
  readonly byteLength: number
}

/**
 * The files in a ZIP archive, as its directory tells them; what would unpack to too much is refused before anything is
 * unpacked.
 *
 * @throws DomainError `invalid-file` for an archive that is damaged or encrypted, `too-large` for one that bursts
 */
export function readZipDirectory(file: ZipFile): readonly ZipEntry[] {
  const tailBytes = Math.min(file.byteLength, END_BYTES + MAX_COMMENT_BYTES)
  const tail = bytesAt(file, file.byteLength - tailBytes, tailBytes)
  const end = findEnd(tail)
  const [count, length, at] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ]
  if (count > MAX_ENTRIES || length > MAX_DIRECTORY_BYTES)
    throw new DomainError('too-large', ZIP_MESSAGES.manyFiles(MAX_ENTRIES))
  const entries = entriesIn(bytesAt(file, at, length), count)
  refuseBursting(entries, file.byteLength)
  return entries.filter(({ name }) => !name.endsWith('/') && !/(^|\/)(__MACOSX\/|\._)/.test(name))
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) if (tail.readUInt32LE(at) === END_MARK) return at
  throw damaged(ZIP_MESSAGES.damaged)
}

function entriesIn(directory: Buffer, count: number): readonly ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < count; ) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_MARK)
      throw damaged(ZIP_MESSAGES.damaged)
    if ((directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw damaged(ZIP_MESSAGES.encrypted)
    const nameBytes = directory.readUInt16LE(at + 28)
    entries.push({
      ...namesOf(
        directory.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
        (directory.readUInt16LE(at + 8) & IN_UTF8) !== 0,
      ),
      unpackedBytes: directory.readUInt32LE(at + 24),
      packedBytes: directory.readUInt32LE(at + 20),
      method: directory.readUInt16LE(at + 10),
      at: directory.readUInt32LE(at + 42),
    })
    at += ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** Archives that do not say in which encoding their names stand have them in that of DOS, unless they are UTF-8. */
function namesOf(bytes: Buffer, inUtf8: boolean): Pick<ZipEntry, 'name' | 'gdalName'> {
  const name = inUtf8 || isUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'cp437')
  return { name, gdalName: inUtf8 ? name : bytes.toString('latin1') }
}

function refuseBursting(entries: readonly ZipEntry[], byteLength: number): void {
  const unpacked = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0)
  const maximum = Math.min(MAX_UNPACKED_BYTES, FREE_GROWTH_BYTES + MAX_GROWTH * byteLength)
  if (unpacked <= maximum) return
  const megabytes = Math.round(unpacked / 2 ** 20)
  throw new DomainError('too-large', ZIP_MESSAGES.bursting(megabytes))
}

function bytesAt({ fd, byteLength }: ZipFile, at: number, length: number): Buffer {
  if (at < 0 || at + length > byteLength) throw damaged(ZIP_MESSAGES.damaged)
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length; ) {
    const read = readSync(fd, bytes, done, length - done, at + done)
    if (read === 0) throw damaged(ZIP_MESSAGES.damaged)
    done += read
  }
  return bytes
}

function damaged(texts: Texts): DomainError {
  return new DomainError('invalid-file', texts)
}
