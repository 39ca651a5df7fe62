import type { ZipFormat } from './file-format.ts'

const ENTRY = 'PK\x03\x04'
const DIRECTORY_ENTRY = 'PK\x01\x02'
const ENTRY_HEADER = { bytes: 30, nameLength: 26, extraLength: 28 } as const
const DIRECTORY_HEADER = { bytes: 46, nameLength: 28 } as const
const MAX_ENTRIES = 1000
const MAX_NAME_LENGTH = 300
const MAX_MIMETYPE_LENGTH = 100

const BY_NAME: readonly (readonly [ZipFormat, RegExp])[] = [
  ['xlsb', /^xl\/workbook\.bin$/],
  ['xlsx', /^xl\//],
  ['docx', /^word\//],
  ['pptx', /^ppt\//],
  ['numbers', /^Index\/.*\.iwa$/],
  ['filegdb-zip', /\.gdb\//i],
  ['shapefile-zip', /\.shp$/i],
  ['kmz', /\.kml$/i],
]

/** True for the bytes of a ZIP archive, an empty one too. @param head as Latin-1 */
export function isZip(head: string): boolean {
  return head.startsWith(ENTRY) || head.startsWith('PK\x05\x06')
}

/**
 * The names of an archive's entries, as far as the bytes tell: those of its first bytes begin with some of them, the whole
 * archive has them all.
 *
 * @param bytes of the archive from its beginning, as Latin-1
 */
export function zipEntryNames(bytes: string): readonly string[] {
  const names = new Set<string>()
  for (let at = bytes.indexOf('PK'); at >= 0 && names.size < MAX_ENTRIES; at = bytes.indexOf('PK', at + 2)) {
    const name = nameAt(bytes, at)
    if (name !== null) names.add(name)
  }
  return [...names]
}

/** The kind of document that an archive is; `zip` when it is an ordinary one. @param bytes as Latin-1 */
export function sniffZip(bytes: string): ZipFormat | 'zip' {
  const names = zipEntryNames(bytes)
  const document = openDocument(bytes, names[0])
  if (document !== null) return document
  return BY_NAME.find(([, form]) => names.some((name) => form.test(name)))?.[0] ?? 'zip'
}

/** OpenDocument files begin with an unpacked entry that says what they are. */
function openDocument(bytes: string, first: string | undefined): ZipFormat | null {
  if (first !== 'mimetype') return null
  const content = bytes.slice(ENTRY_HEADER.bytes + first.length).slice(0, MAX_MIMETYPE_LENGTH)
  if (content.includes('opendocument.spreadsheet')) return 'ods'
  return content.includes('opendocument.') ? 'odt' : null
}

function nameAt(bytes: string, at: number): string | null {
  const header = bytes.startsWith(ENTRY, at)
    ? ENTRY_HEADER
    : bytes.startsWith(DIRECTORY_ENTRY, at)
      ? DIRECTORY_HEADER
      : null
  if (header === null || at + header.bytes > bytes.length) return null
  const lengthAt = at + header.nameLength
  const length = bytes.charCodeAt(lengthAt) | (bytes.charCodeAt(lengthAt + 1) << 8)
  if (length === 0 || length > MAX_NAME_LENGTH) return null
  return Buffer.from(bytes.slice(at + header.bytes, at + header.bytes + length), 'latin1').toString('utf8')
}
