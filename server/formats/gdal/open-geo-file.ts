import { DomainError } from '../../engine/errors.ts'
import { SNIFF_BYTES } from '../sniff/sniff-format.ts'
import { type Spooled, spool } from '../spool.ts'
import { takeHead } from '../take-head.ts'
import { formatInArchive, type GdalFormat, gdalKind } from './gdal-format.ts'
import type { GdalLayer } from './gdal-messages.ts'
import { startGdal } from './gdal-process.ts'

/** A file whose bytes our own readers take: as it came, or what GDAL has made of it. */
export interface ReadableFile {
  readonly bytes: AsyncIterable<Uint8Array>
  /** What GDAL has read; null for a file that it need not read. */
  readonly layer: GdalLayer | null
  close(): Promise<void>
}

const MAX_SHOWN_LAYERS = 50

/**
 * Opens a file so that our own readers can take it: what is GDAL's (a GeoPackage, Shapefile, workbook, …), told by its bytes,
 * becomes a GeoJSON FeatureCollection with the positions as they are in the file; everything else stays as it is.
 *
 * @param layer name of the one to read; null takes the only one that holds anything
 * @throws DomainError `invalid-file` for what cannot be read or has several layers and none was chosen; `too-large`
 */
export async function openGeoFile(
  chunks: AsyncIterable<Uint8Array>,
  layer: string | null,
): Promise<ReadableFile> {
  const { head, all } = await takeHead(chunks, SNIFF_BYTES)
  const kind = gdalKind(head)
  if (kind === null) return { bytes: all, layer: null, close: async () => {} }
  const file = await spool(all)
  try {
    return await openWithGdal(
      file,
      kind === 'zip' ? formatInArchive(file) : { ...kind, entries: null },
      layer,
    )
  } catch (error) {
    await file.close()
    throw error
  }
}

async function openWithGdal(file: Spooled, format: GdalFormat, name: string | null): Promise<ReadableFile> {
  const { what, ...request } = format
  const gdal = await startGdal(file.fd, { byteLength: file.byteLength, ...request }, what)
  const close = async () => {
    gdal.close()
    await file.close()
  }
  try {
    const layer = chooseLayer(gdal.layers, name, what)
    const text = gdal.read(gdal.layers.indexOf(layer))
    return { bytes: layer.srid === null ? naming(layer.crsName, text) : text, layer, close }
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

/** The layer of a name; without one, the only layer that holds anything, of those with positions where there are any. */
function chooseLayer(layers: readonly GdalLayer[], name: string | null, what: string): GdalLayer {
  const readable = layers.filter((layer) => !layer.name.startsWith('-'))
  const named = readable.find((layer) => layer.name === name)
  if (named !== undefined) return named
  const full = readable.filter(({ features }) => features !== 0)
  if (name !== null) throw choiceRefused(`The ${what} has no layer ${JSON.stringify(name)}`, readable)
  const located = full.filter(({ geometryType }) => geometryType !== null)
  const candidates = located.length > 0 ? located : full
  if (candidates.length === 1) return candidates[0]!
  if (candidates.length === 0) throw new DomainError('invalid-file', `The ${what} holds nothing.`)
  throw choiceRefused(`The ${what} has several layers: choose one (layer)`, candidates)
}

function choiceRefused(message: string, layers: readonly GdalLayer[]): DomainError {
  const shown = layers.slice(0, MAX_SHOWN_LAYERS)
  const list = shown.map(
    ({ name, features, geometryType }) => `${name} (${features}, ${geometryType ?? 'no positions'})`,
  )
  return new DomainError('invalid-file', `${message}. There is: ${list.join('; ')}.`, {
    problems: shown.map(({ name, features, geometryType }) => ({
      field: 'layer',
      value: name,
      rule: `${features} ${geometryType ?? 'rows'}`,
    })),
  })
}
