import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { DomainError } from '../../engine/errors.ts'
import { refuseCompressed } from './json-body.ts'
import {
  endedEarly,
  invalidPart,
  MAX_FIELD_BYTES,
  MAX_IMPORT_BYTES,
  readForm,
  tooLarge,
} from './multipart-form.ts'
import { whileAdmitted } from './while-admitted.ts'

const MAX_NAME_LENGTH = 200

/** A file on its way in, with the text fields that came before it. */
export interface Upload {
  readonly fields: ReadonlyMap<string, string>
  readonly fileName: string
  readonly stream: Readable
  /** Length of the whole body when the caller said it: an upper bound of the file's, near it. */
  readonly bytesTotal: number | null
}

/**
 * The upload of a multipart request, as soon as its file begins; the file's bytes come as they are read. The stream
 * fails with `too-large` beyond 512 MB, with `invalid-file` when the caller goes away before the end, with `invalid-body`
 * when anything follows the file in its form, and with what he is refused by when he may no longer send it.
 *
 * @param known names of fields that may come, as text or as small files (`curl -F mapping=@mapping.json`)
 * @param stillMay see `whileAdmitted`
 * @throws DomainError `unsupported-media-type`, `too-large`, `invalid-file` (gone before the file began), or `invalid-body`
 * (malformed, unknown or repeated field, no file)
 */
export function readUpload(
  request: IncomingMessage,
  known: readonly string[],
  stillMay: () => Promise<void>,
): Promise<Upload> {
  refuseCompressed(request)
  const length = request.headers['content-length']
  const bytesTotal = length === undefined ? null : Number(length)
  if (bytesTotal !== null && bytesTotal > MAX_IMPORT_BYTES + MAX_FIELD_BYTES) throw tooLarge()
  return new Promise<Upload>((resolve, reject) => {
    const whole: Promise<void> = readForm(request, known, (fields, filename, stream) =>
      resolve({
        fields,
        fileName: nameOf(filename),
        stream: explained(stream, whole, stillMay),
        bytesTotal,
      }),
    )
    // Both come to nothing once the file has begun: its stream tells the rest.
    whole.then(() => reject(invalidPart('file', 'is required')), reject)
  })
}

/**
 * The same bytes, whose failure is told in our words: a form that ends in the middle of its file has broken off. They end
 * once the whole form is in, so that a file which more follows is not taken for good.
 */
function explained(stream: Readable, whole: Promise<void>, stillMay: () => Promise<void>): Readable {
  async function* chunks() {
    try {
      yield* whileAdmitted(stream as AsyncIterable<Buffer>, () => stillMay().catch(brokenOff))
      await whole
    } catch (error) {
      if (error instanceof DomainError) throw error
      throw endedEarly(error)
    }
  }
  // Whoever reads it is told of its failure; nobody may be reading any more.
  return Readable.from(chunks(), { objectMode: false }).on('error', () => {})
}

/** @throws DomainError of the same code, in words that the record of an import can keep */
function brokenOff(error: unknown): never {
  if (!(error instanceof DomainError)) throw error
  throw new DomainError(error.code, `The upload was broken off: ${error.message}`, { cause: error })
}

/** A file's own name without folders and control characters. */
function nameOf(given: string | undefined): string {
  const name = (given ?? '').replace(/^.*[\\/]/, '').replaceAll(/\p{C}/gu, '')
  return name.slice(-MAX_NAME_LENGTH) || 'file'
}
