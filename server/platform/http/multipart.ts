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

/** A file being received, with the text fields that preceded it. */
export interface Upload {
  readonly fields: ReadonlyMap<string, string>
  readonly fileName: string
  readonly stream: Readable
  /** `Content-Length` of the whole body, if sent: an upper bound of the file's size. */
  readonly bytesTotal: number | null
}

/**
 * The upload of a multipart request, as soon as its file begins; the bytes are streamed. The stream fails with
 * `too-large` beyond 512 MB, with `invalid-file` when the client disconnects before the end, with `invalid-body` when
 * anything follows the file in its form, and with the refusal of a caller who loses access meanwhile.
 *
 * @param known names of fields that may come, as text or as small files (`curl -F mapping=@mapping.json`)
 * @param stillMay see `whileAdmitted`
 * @throws DomainError `unsupported-media-type`, `too-large`, `invalid-file` (disconnected before the file began), or
 * `invalid-body` (malformed, unknown or repeated field, no file)
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
    // Both have no effect once the file has begun; then its stream reports errors.
    whole.then(() => reject(invalidPart('file', 'is required')), reject)
  })
}

/**
 * The bytes of an upload, with errors as DomainErrors: a form that ends within its file is incomplete. The stream
 * ends after the whole form, so that a file followed by other parts is refused.
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
  // Readers get the error; without one it would be unhandled.
  return Readable.from(chunks(), { objectMode: false }).on('error', () => {})
}

/** @throws DomainError of the same code, with a message fit for the record of an import */
function brokenOff(error: unknown): never {
  if (!(error instanceof DomainError)) throw error
  const { sv, en } = error.texts
  const texts = { sv: `Sändningen bröts: ${sv}`, en: `The upload was broken off: ${en}` }
  throw new DomainError(error.code, texts, { cause: error })
}

/** A file's own name without folders and control characters. */
function nameOf(given: string | undefined): string {
  const name = (given ?? '').replace(/^.*[\\/]/, '').replaceAll(/\p{C}/gu, '')
  return name.slice(-MAX_NAME_LENGTH) || 'file'
}
