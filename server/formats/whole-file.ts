import { wholeOf } from '../platform/http/whole-upload.ts'
import type { FileLayer } from './file-layer.ts'
import { openGeoFile } from './open-geo-file.ts'
import { FILE_MESSAGES } from './messages/file.ts'

/** What a file may come to as text. */
const MAX_BYTES = 256 * 2 ** 20

/** A small file as our own readers take it. */
export interface WholeFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What was read of a file that holds layers; null for one that stays as it came. */
  readonly layer: FileLayer | null
  /** Whether it is CSV made of a workbook's sheet. */
  readonly isSheet: boolean
}

/**
 * A small file whole: a sheet as CSV, what other programs wrote as GeoJSON, everything else as it came.
 *
 * @param name of the layer to read; null = the only one
 * @throws DomainError as `openGeoFile` does; `too-large` beyond 256 MB of text
 */
export async function wholeFile(bytes: Uint8Array<ArrayBuffer>, name: string | null): Promise<WholeFile> {
  const { layer, isSheet, bytes: made, close } = await openGeoFile(once(bytes), name)
  try {
    if (layer === null) return { bytes, layer, isSheet }
    return {
      bytes: await wholeOf(made, MAX_BYTES, FILE_MESSAGES.muchText(MAX_BYTES / 2 ** 20)),
      layer,
      isSheet,
    }
  } finally {
    await close()
  }
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
