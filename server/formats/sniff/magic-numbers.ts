import type { FileFormat } from './file-format.ts'

/** Bytes by which a format begins, as Latin-1. */
const MAGIC: readonly (readonly [FileFormat, string])[] = [
  ['parquet', 'PAR1'],
  ['gzip', '\x1f\x8b'],
  ['flatgeobuf', 'fgb\x03fgb'],
  ['shapefile', '\x00\x00\x27\x0a'],
  ['dxf-binary', 'AutoCAD Binary DXF\r\n\x1a\x00'],
  ['pdf', '%PDF-'],
  ['office-97', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['access', '\x00\x01\x00\x00Standard Jet DB'],
  ['access', '\x00\x01\x00\x00Standard ACE DB'],
  ['spss', '$FL2'],
  ['spss', '$FL3'],
  ['arrow', 'ARROW1'],
  ['arrow', 'FEA1'],
  ['pmtiles', 'PMTiles'],
  ['postgres-dump', 'PGDMP'],
  ['rar', 'Rar!\x1a\x07'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['bzip2', 'BZh9'],
  ['xz', '\xfd7zXZ\x00'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['picture', '\x89PNG\r\n'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF8'],
  ['picture', 'II*\x00'],
  ['picture', 'MM\x00*'],
]

/** Names of streams by which documents in the old container of Office differ, in the order in which they are looked for. */
const OFFICE_STREAMS: readonly (readonly [FileFormat, string])[] = [
  ['office-encrypted', 'EncryptedPackage'],
  ['word-97', 'WordDocument'],
  ['powerpoint-97', 'PowerPoint Document'],
  ['outlook-mail', '__properties_version1.0'],
  ['excel-97', 'Workbook'],
]
/** Where Excel writes a workbook's stream, and its first record: a beginning of version 5 or 6. */
const STREAM_AT = 512
const RECORD = { mark: '\t\b', versionAt: STREAM_AT + 5, versions: ['\x05', '\x06'] } as const
const SQLITE = 'SQLite format 3\0'
/** Where SQLite keeps the application's own mark. */
const APPLICATION_ID_AT = 68
const GEOPACKAGE_ID = /^GP(KG|1\d)$/
const DWG = /^AC10\d\d\0/
const OSM_PBF = /^\0\0\0.\n\tOSMHeader/
const TAR_AT = 257
const DBF_HEADER_BYTES = 32
const DBF_VERSIONS: readonly number[] = [0x03, 0x30, 0x31, 0x43, 0x83, 0x8b, 0xf5]

/** The format that a file's first bytes are the mark of, if they are one. @param head as Latin-1 */
export function formatByMagic(head: string): FileFormat | null {
  const found = MAGIC.find(([, magic]) => head.startsWith(magic))
  if (found?.[0] === 'office-97') return officeFormat(head)
  if (found !== undefined) return found[0]
  if (head.startsWith(SQLITE)) return isGeoPackage(head) ? 'geopackage' : 'sqlite'
  if (DWG.test(head)) return 'dwg'
  if (OSM_PBF.test(head)) return 'osm-pbf'
  if (head.startsWith('ustar', TAR_AT)) return 'tar'
  return isDbf(head) ? 'dbf' : null
}

/** The list of its streams may lie far from the beginning: then the container alone is known, but for a workbook. */
function officeFormat(head: string): FileFormat {
  const named = OFFICE_STREAMS.find(([, name]) => head.includes(Array.from(name).join('\0')))
  const { mark, versionAt, versions } = RECORD
  const isWorkbook = head.startsWith(mark, STREAM_AT) && versions.some((one) => head[versionAt] === one)
  return named?.[0] ?? (isWorkbook ? 'excel-97' : 'office-97')
}

/** Older writers left the application's mark out; the table of contents is on the first page then. */
function isGeoPackage(head: string): boolean {
  const id = head.slice(APPLICATION_ID_AT, APPLICATION_ID_AT + 4)
  return GEOPACKAGE_ID.test(id) || head.includes('gpkg_contents')
}

/** dBASE has no mark: a version, the day of its last change, and a header of whole descriptors. */
function isDbf(head: string): boolean {
  if (head.length < DBF_HEADER_BYTES) return false
  const byte = (at: number) => head.charCodeAt(at)
  const [month, day] = [byte(2), byte(3)]
  const headerBytes = byte(8) | (byte(9) << 8)
  return (
    DBF_VERSIONS.includes(byte(0)) &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    headerBytes > DBF_HEADER_BYTES &&
    headerBytes % DBF_HEADER_BYTES <= 8
  )
}
