import { inflateRawSync } from 'node:zlib'
import { type FileToPack, writeZip } from '../archives/write-zip.ts'

const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const DEFLATED = 8

/**
 * A Word file as made by its library, without what differs each time: dates, and ids drawn by lot. The same bytes for the
 * same content.
 *
 * @param at ISO instant that it is of
 */
export function fixedDocx(file: Uint8Array, at: string): Uint8Array {
  const ids = new Map<string, string>()
  const idFor = (drawn: string) => {
    if (!ids.has(drawn)) ids.set(drawn, `rIdLink${ids.size + 1}`)
    return ids.get(drawn)!
  }
  const files = unpacked(Buffer.from(file)).map((part) => {
    if (!/\.(xml|rels)$/.test(part.name)) return part
    let drawings = 0
    const text = Buffer.from(part.bytes)
      .toString('utf8')
      .replaceAll(/\brId[a-z0-9_-]{16,}\b/g, idFor)
      .replaceAll(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++drawings}"`)
      .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${at}`)
    return { ...part, bytes: Buffer.from(text, 'utf8') }
  })
  return writeZip(files, at)
}

/** The files of an archive that was just made by a library of ours; not for those that come from elsewhere. */
function unpacked(archive: Buffer): readonly FileToPack[] {
  const end = archive.length - END_BYTES
  let at = archive.readUInt32LE(end + 16)
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      archive.readUInt16LE(at + field),
    )
    const name = archive.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength!)
    const local = archive.readUInt32LE(at + 42)
    const from = local + LOCAL_BYTES + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(from, from + archive.readUInt32LE(at + 20))
    const isPacked = archive.readUInt16LE(at + 10) === DEFLATED
    at += ENTRY_BYTES + nameLength! + extraLength! + commentLength!
    return { name, bytes: isPacked ? inflateRawSync(packed) : packed }
  }).filter(({ name }) => !name.endsWith('/'))
}
