import { DomainError } from '../../engine/errors.ts'
import type { FileFormat } from '../sniff/file-format.ts'
import { sniffFormat } from '../sniff/sniff-format.ts'
import { readZipDirectory, type ZipEntry, type ZipFile } from '../zip/zip-directory.ts'

/** How GDAL is to read a file. */
export interface GdalFormat {
  readonly driver: string
  /** What it is called in refusals. */
  readonly what: string
  readonly extension: string
  /** Paths of what is to be read within an archive; null for a file that is none. */
  readonly entries: readonly string[] | null
}

type Single = Omit<GdalFormat, 'entries'>

const GEOPACKAGE: Single = { driver: 'GPKG', what: 'GeoPackage', extension: 'gpkg' }
const FLATGEOBUF: Single = { driver: 'FlatGeobuf', what: 'FlatGeobuf file', extension: 'fgb' }
const DXF: Single = { driver: 'DXF', what: 'DXF drawing', extension: 'dxf' }
const GML: Single = { driver: 'GML', what: 'GML file', extension: 'gml' }
const KML: Single = { driver: 'KML', what: 'KML file', extension: 'kml' }
const XLSX: Single = { driver: 'XLSX', what: 'Excel workbook', extension: 'xlsx' }
const ODS: Single = { driver: 'ODS', what: 'LibreOffice workbook', extension: 'ods' }

/** What may stand in an archive, by the ending of its main file. */
const IN_ARCHIVES: readonly (readonly [ending: RegExp, format: Single])[] = [
  [/\.shp$/i, { driver: 'ESRI Shapefile', what: 'Shapefile', extension: 'zip' }],
  [/\.(tab|mif)$/i, { driver: 'MapInfo File', what: 'MapInfo file', extension: 'zip' }],
  [/\.kml$/i, { ...KML, what: 'KMZ file', extension: 'zip' }],
  [/\.gml$/i, { ...GML, extension: 'zip' }],
  [/\.dxf$/i, { ...DXF, extension: 'zip' }],
  [/\.fgb$/i, { ...FLATGEOBUF, extension: 'zip' }],
]
const MAX_DATASETS = 50
/** Where GDAL would take a part of a name for a path of its own. */
const UNSAFE_NAME = /(^|\/)\.\.(\/|$)|[{}\\\p{Cc}]|^\/|(^|\/)vsi/iu

function declaresEntities(what: string): DomainError {
  return new DomainError(
    'invalid-file',
    `The ${what} declares types or entities of its own (<!DOCTYPE …>), which are not read: take them out.`,
  )
}

const SINGLE: Readonly<Partial<Record<FileFormat, Single>>> = {
  geopackage: GEOPACKAGE,
  flatgeobuf: FLATGEOBUF,
  dxf: DXF,
  gml: GML,
  kml: KML,
}
/** Archives whose directory says what is in them. */
const ARCHIVES: readonly FileFormat[] = ['zip', 'xlsx', 'ods', 'kmz', 'shapefile-zip']

/** What GDAL is to read a file as, by its first bytes; null for what it is not to read. */
export function gdalKind(head: Uint8Array): 'zip' | Single | null {
  const format = sniffFormat(head)
  if (ARCHIVES.includes(format)) return 'zip'
  const single = SINGLE[format] ?? null
  const isXml = single === GML || single === KML
  if (isXml && Buffer.from(head.buffer, head.byteOffset, head.byteLength).includes('<!DOCTYPE'))
    throw declaresEntities(single.what)
  return single
}

/** @throws DomainError `invalid-file` for an archive with nothing in it that is read */
export function formatInArchive(file: ZipFile): GdalFormat {
  const entries = readZipDirectory(file)
  const workbook = workbookOf(entries)
  if (workbook !== null) return { ...workbook, entries: null }
  for (const [ending, format] of IN_ARCHIVES) {
    const found = entries.map(({ name }) => name).filter((name) => ending.test(name))
    if (found.length === 0) continue
    if (found.length > MAX_DATASETS || found.some((name) => UNSAFE_NAME.test(name)))
      throw new DomainError(
        'invalid-file',
        `The ZIP archive has file names that are not read: pack the ${format.what} by itself.`,
      )
    if (format.driver === 'ESRI Shapefile') refuseIncomplete(found, entries)
    return { ...format, entries: found }
  }
  const names = entries.slice(0, 5).map(({ name }) => name.slice(0, 60))
  throw new DomainError(
    'invalid-file',
    `The ZIP archive holds nothing that is read (a Shapefile, MapInfo, GML, DXF, KML or a workbook), but ${names.join(', ')}: unpack it.`,
  )
}

/** What stands beside a Shapefile's outlines: an index and the attributes. */
const SHAPEFILE_PARTS = ['shx', 'dbf']

function refuseIncomplete(shapes: readonly string[], entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  for (const shape of shapes)
    for (const part of SHAPEFILE_PARTS) {
      const name = shape.replace(/shp$/i, part)
      if (!names.has(name.toLowerCase()))
        throw new DomainError(
          'invalid-file',
          `The Shapefile lacks ${name}: pack all its files (.shp, .shx, .dbf, .prj).`,
        )
    }
}

function workbookOf(entries: readonly ZipEntry[]): Single | null {
  if (entries.some(({ name }) => /^xl\/workbook\.xml$/.test(name))) return XLSX
  const isOpenDocument = entries.some(({ name }) => name === 'mimetype')
  return isOpenDocument && entries.some(({ name }) => name === 'content.xml') ? ODS : null
}
