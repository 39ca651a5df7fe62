import { DomainError } from '../../engine/errors.ts'
import type { GdalLayer } from './gdal-messages.ts'
import { openGeoFile } from './open-geo-file.ts'

/** What a file of outlines may come to as text. */
const MAX_BYTES = 256 * 2 ** 20

/**
 * A small file whole, as GeoJSON where GDAL reads it, else as it came.
 *
 * @param name of the layer to read; null = the only one
 * @throws DomainError as `openGeoFile` does; `too-large` beyond 256 MB of text
 */
export async function geoJsonBytes(
  bytes: Uint8Array<ArrayBuffer>,
  name: string | null,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly layer: GdalLayer | null }> {
  const file = await openGeoFile(once(bytes), name)
  try {
    return file.layer === null
      ? { bytes, layer: null }
      : { bytes: await collect(file.bytes), layer: file.layer }
  } finally {
    await file.close()
  }
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const taken: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    if (length > MAX_BYTES) throw new DomainError('too-large', 'The file comes to more than 256 MB as text.')
    taken.push(piece)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of taken) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
