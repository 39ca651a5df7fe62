import { DomainError } from '../../engine/errors.ts'
import type { FileFormat } from '../sniff/file-format.ts'
import { sniffEncoding } from '../sniff/sniff-encoding.ts'
import { sniffFormat } from '../sniff/sniff-format.ts'
import type { ZipEntry } from '../zip/zip-directory.ts'
import { FILE_NAMES, GEOGRAPHIC_MESSAGES } from '../messages/geographic.ts'
import { ZIP_MESSAGES } from '../messages/file.ts'
import type { Texts } from '../../engine/texts.ts'

/** How GDAL is to read a file. */
export interface GdalFormat {
  readonly driver: string
  /** What it is called in refusals. */
  readonly what: Texts
  readonly extension: string
  /** Paths of what is to be read within an archive; null for a file that is none. */
  readonly entries: readonly string[] | null
}

type Single = Omit<GdalFormat, 'entries'>

const GEOPACKAGE: Single = { driver: 'GPKG', what: FILE_NAMES.geopackage, extension: 'gpkg' }
const FLATGEOBUF: Single = { driver: 'FlatGeobuf', what: FILE_NAMES.flatgeobuf, extension: 'fgb' }
const DXF: Single = { driver: 'DXF', what: FILE_NAMES.dxf, extension: 'dxf' }
const GML: Single = { driver: 'GML', what: FILE_NAMES.gml, extension: 'gml' }
const KML: Single = { driver: 'KML', what: FILE_NAMES.kml, extension: 'kml' }
const XLSX: Single = { driver: 'XLSX', what: FILE_NAMES.xlsx, extension: 'xlsx' }
const ODS: Single = { driver: 'ODS', what: FILE_NAMES.ods, extension: 'ods' }

/** What may stand in an archive, by the ending of its main file. */
const IN_ARCHIVES: readonly (readonly [ending: RegExp, format: Single])[] = [
  [/\.shp$/i, { driver: 'ESRI Shapefile', what: FILE_NAMES.shapefile, extension: 'zip' }],
  [/\.(tab|mif)$/i, { driver: 'MapInfo File', what: FILE_NAMES.mapinfo, extension: 'zip' }],
  [/\.kml$/i, { ...KML, what: FILE_NAMES.kmz, extension: 'zip' }],
  [/\.gml$/i, { ...GML, extension: 'zip' }],
  [/\.dxf$/i, { ...DXF, extension: 'zip' }],
  [/\.fgb$/i, { ...FLATGEOBUF, extension: 'zip' }],
]
const MAX_DATASETS = 50
/** Where GDAL would take a part of a name for a path of its own. */
const UNSAFE_NAME = /(^|\/)\.\.(\/|$)|[{}\\\p{Cc}]|^\/|(^|\/)vsi/iu

/**
 * GDAL's reader of XML fetches nothing, but takes entities that a file declares for itself; so that none grows, there are none.
 *
 * @param head of a GML file
 * @throws DomainError `invalid-file`
 */
export function refuseDeclarations(head: Uint8Array): void {
  if (!sniffEncoding(head).text.includes('<!DOCTYPE')) return
  const { unreadable, declares } = GEOGRAPHIC_MESSAGES
  throw new DomainError('invalid-file', unreadable(FILE_NAMES.gml, declares))
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
  if (single === GML) refuseDeclarations(head)
  return single
}

/** @throws DomainError `invalid-file` for an archive with nothing in it that is read */
export function formatInArchive(entries: readonly ZipEntry[]): GdalFormat {
  const workbook = workbookOf(entries)
  if (workbook !== null) return { ...workbook, entries: null }
  for (const [ending, format] of IN_ARCHIVES) {
    const found = entries.map(({ name }) => name).filter((name) => ending.test(name))
    if (found.length === 0) continue
    if (found.length > MAX_DATASETS || found.some((name) => UNSAFE_NAME.test(name)))
      throw new DomainError('invalid-file', ZIP_MESSAGES.unsafeNames(format.what))
    if (format.driver === 'ESRI Shapefile') refuseIncomplete(found, entries)
    return { ...format, entries: found }
  }
  if (entries.length === 0) throw new DomainError('invalid-file', ZIP_MESSAGES.nothingInside)
  const names = entries.slice(0, 5).map(({ name }) => name.slice(0, 60))
  throw new DomainError('invalid-file', ZIP_MESSAGES.nothingRead(names))
}

/** What stands beside a Shapefile's outlines: an index and the attributes. */
const SHAPEFILE_PARTS = ['shx', 'dbf']

function refuseIncomplete(shapes: readonly string[], entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  for (const shape of shapes)
    for (const part of SHAPEFILE_PARTS) {
      const name = shape.replace(/shp$/i, part)
      if (!names.has(name.toLowerCase()))
        throw new DomainError('invalid-file', ZIP_MESSAGES.incompleteShapefile(name))
    }
}

function workbookOf(entries: readonly ZipEntry[]): Single | null {
  if (entries.some(({ name }) => /^xl\/workbook\.xml$/.test(name))) return XLSX
  const isOpenDocument = entries.some(({ name }) => name === 'mimetype')
  return isOpenDocument && entries.some(({ name }) => name === 'content.xml') ? ODS : null
}
