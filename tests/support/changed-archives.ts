import { deflateRawSync } from 'node:zlib'
import { writeZip } from './geo-files.ts'

/** An archive with another text in one of its entries. */
export function replaced(archive: Buffer, name: string, text: string): Buffer {
  const parts = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'mimetype', 'content.xml'].filter((part) =>
    archive.includes(part),
  )
  const entries = parts.map((part) => ({ name: part, bytes: contentOf(archive, part) }))
  return writeZip([...entries.filter((entry) => entry.name !== name), { name, bytes: Buffer.from(text) }])
}

/** What is stored, unpacked, under a name. */
function contentOf(archive: Buffer, name: string): Buffer {
  const from = archive.indexOf(name) + name.length
  return archive.subarray(from, from + archive.readUInt32LE(from - name.length - 8))
}

/** An archive of a deflated entry that says to be smaller than it is. */
export function packed(name: string, bytes: Buffer, saidBytes: number): Buffer {
  const mimetype = Buffer.from('application/vnd.oasis.opendocument.spreadsheet')
  const archive = writeZip([
    ...(name === 'content.xml' ? [{ name: 'mimetype', bytes: mimetype }] : []),
    { name, bytes: deflateRawSync(bytes), saidBytes },
  ])
  // The method stands 20 bytes before the name in the directory, 22 in front of the bytes.
  archive.writeUInt16LE(8, archive.lastIndexOf(name) - 36)
  archive.writeUInt16LE(8, archive.indexOf(name) - 22)
  return archive
}
