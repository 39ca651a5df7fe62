import { chooseLayer } from './choose-layer.ts'
import type { FileLayer } from './file-layer.ts'
import { formatInArchive, type GdalFormat, gdalKind, refuseDeclarations } from './gdal/gdal-format.ts'
import { type GdalLimits, startGdal } from './gdal/gdal-process.ts'
import type { GdalRequest } from './gdal/gdal-messages.ts'
import { tableEncoding } from './gdal/table-encoding.ts'
import { openKml } from './kml/open-kml.ts'
import { SNIFF_BYTES } from './sniff/sniff-format.ts'
import { type Spooled, spool } from './spool.ts'
import { takeHead } from './take-head.ts'
import { openOds } from './workbook/open-ods.ts'
import { openXlsx } from './workbook/open-xlsx.ts'
import { sheetAsText } from './workbook/sheet-text.ts'
import { readEntry } from './zip/read-entry.ts'
import { readZipDirectory, type ZipEntry } from './zip/zip-directory.ts'

/** A file whose bytes our own readers take: as it came, or what has been made of it. */
export interface ReadableFile {
  readonly bytes: AsyncIterable<Uint8Array>
  /** What has been read of a file that holds layers; null for one that stays as it is. */
  readonly layer: FileLayer | null
  /** True when the bytes are CSV made of a sheet: in UTF-8, its fields parted by commas. */
  readonly isSheet: boolean
  close(): Promise<void>
}

type Made = Omit<ReadableFile, 'close'> & { readonly close?: () => void }

/**
 * Opens a file so that our own readers can take it. What it is its bytes tell: a workbook's sheet becomes CSV; the places of
 * KML, and what GDAL reads (a GeoPackage, Shapefile, DXF, …), become a GeoJSON FeatureCollection with the positions as they
 * are in the file; everything else stays as it is.
 *
 * @param layer name of the one to read; null takes the only one that holds anything
 * @throws DomainError `invalid-file` for what cannot be read or has several layers and none was chosen; `too-large`
 */
export async function openGeoFile(
  chunks: AsyncIterable<Uint8Array>,
  layer: string | null,
  limits?: GdalLimits,
): Promise<ReadableFile> {
  const { head, all } = await takeHead(chunks, SNIFF_BYTES)
  const kind = gdalKind(head)
  if (kind === null) return { bytes: all, layer: null, isSheet: false, close: async () => {} }
  const file = await spool(all)
  try {
    const made = await (kind === 'zip'
      ? openArchive(file, layer, limits)
      : openSingle(file, { ...kind, entries: null }, layer, limits))
    const close = async () => {
      made.close?.()
      await file.close()
    }
    return { ...made, close }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function openArchive(file: Spooled, name: string | null, limits?: GdalLimits): Promise<Made> {
  const entries = readZipDirectory(file)
  const format = formatInArchive(entries)
  if (format.driver === 'XLSX' || format.driver === 'ODS') {
    const sheets = await (format.driver === 'XLSX' ? openXlsx : openOds)({ file, entries })
    return { ...(await sheetAsText(sheets, name, format.what)), isSheet: true }
  }
  const documents = entries.filter((entry) => format.entries!.includes(entry.name))
  if (format.driver === 'GML')
    for (const entry of documents)
      refuseDeclarations((await takeHead(readEntry(file, entry), SNIFF_BYTES)).head)
  if (format.driver !== 'KML') return openEntries(file, format, entries, name, limits)
  const read = documents.map((entry: ZipEntry) => () => readEntry(file, entry))
  return { ...(await openKml(read, name, format.what)), isSheet: false }
}

/** Opens files within an archive, whose names GDAL has its own way to read. */
async function openEntries(
  file: Spooled,
  format: GdalFormat,
  all: readonly ZipEntry[],
  name: string | null,
  limits?: GdalLimits,
): Promise<Made> {
  const named = format.entries!.map((entry) => all.find((one) => one.name === entry)!)
  const isShapefile = format.driver === 'ESRI Shapefile'
  const encodings = isShapefile
    ? await Promise.all(named.map((entry) => tableEncoding(file, all, entry.name)))
    : []
  const request = { ...format, entries: named.map(({ gdalName }) => gdalName), encodings }
  return openWithGdal(file, request, name, limits, layerNames(named))
}

/** Layers are called after their files. */
function layerNames(entries: readonly ZipEntry[]): ReadonlyMap<string, string> {
  const stem = (path: string) => path.replace(/\.[^./]*$/, '')
  const last = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  return new Map(
    entries.flatMap(({ name, gdalName }) => [
      [stem(gdalName), stem(name)] as const,
      [last(stem(gdalName)), last(stem(name))] as const,
    ]),
  )
}

async function openSingle(
  file: Spooled,
  format: GdalFormat,
  name: string | null,
  limits?: GdalLimits,
): Promise<Made> {
  if (format.driver !== 'KML') return openWithGdal(file, format, name, limits)
  return { ...(await openKml([() => file.bytes()], name, format.what)), isSheet: false }
}

async function openWithGdal(
  file: Spooled,
  format: GdalFormat & Pick<GdalRequest, 'encodings'>,
  name: string | null,
  limits?: GdalLimits,
  names: ReadonlyMap<string, string> = new Map(),
): Promise<Made> {
  const { what, ...request } = format
  const gdal = await startGdal(file.fd, { byteLength: file.byteLength, ...request }, what, limits)
  try {
    const layers = gdal.layers.map((one) => ({ ...one, name: names.get(one.name) ?? one.name }))
    const layer = chooseLayer(layers, name, what)
    const text = gdal.read(layers.indexOf(layer))
    const bytes = layer.srid === null ? naming(layer.crsName, text) : text
    return { bytes, layer, isSheet: false, close: gdal.close }
  } catch (error) {
    gdal.close()
    throw error
  }
}

/** The same FeatureCollection with the name of a coordinate system that has no code, so that nobody takes it for another. */
async function* naming(crsName: string | null, text: AsyncIterable<Uint8Array>) {
  let isFirst = crsName !== null
  for await (const piece of text) {
    const member = { type: 'name', properties: { name: crsName } }
    yield isFirst
      ? Buffer.concat([Buffer.from(`{"crs":${JSON.stringify(member)},`), piece.subarray(1)])
      : piece
    isFirst = false
  }
}
