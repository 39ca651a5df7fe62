import { DomainError } from '../engine/errors.ts'
import { formatRefusal } from './sniff/refuse-format.ts'
import { SNIFF_BYTES, sniffFormat } from './sniff/sniff-format.ts'
import { type WholeFile, wholeFile } from './whole-file.ts'
import { FILE_MESSAGES } from './messages/file.ts'

/**
 * A small file of outlines whole, as GeoJSON where it is of another program, else as it came.
 *
 * @param name of the layer to read; null = the only one
 * @throws DomainError as `wholeFile` does; `invalid-file` for a workbook or a text, which have no outlines
 */
export async function geoJsonBytes(
  bytes: Uint8Array<ArrayBuffer>,
  name: string | null,
): Promise<Pick<WholeFile, 'bytes' | 'layer'>> {
  const file = await wholeFile(bytes, name)
  if (file.isSheet) throw new DomainError('invalid-file', FILE_MESSAGES.tableForOutlines)
  if (file.layer === null) refuseOthers(bytes)
  return file
}

/** @throws DomainError `invalid-file` by the name of what the file is, when it is no JSON */
function refuseOthers(bytes: Uint8Array): void {
  const format = sniffFormat(bytes.subarray(0, SNIFF_BYTES))
  if (format === 'json' || format === 'json-sequence') return
  if (format !== 'text') throw formatRefusal(format, bytes)
  throw new DomainError('invalid-file', FILE_MESSAGES.textForOutlines)
}
