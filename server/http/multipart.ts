import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { finished, Readable } from 'node:stream'
import busboy from 'busboy'
import { MOST_IMPORT_BYTES } from '../contract/imports.ts'
import { DomainError } from '../domain/errors.ts'
import { refuseCompressed } from './json-body.ts'
import { whileAdmitted } from './while-admitted.ts'

const MOST_FIELD_BYTES = 1024 * 1024
const LONGEST_NAME = 200

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
 * fails with `too-large` beyond 512 MB, with `invalid-file` when the caller goes away before the end, and with what he
 * is refused by when he may no longer send it.
 *
 * @param known names of fields that may come, as text or as small files (`curl -F mapping=@mapping.json`)
 * @param stillMay see `whileAdmitted`
 * @throws DomainError `unsupported-media-type`, `too-large`, `invalid-file` (gone before the file began), or `invalid-body`
 * (malformed, unknown field, no file)
 */
export function readUpload(
  request: IncomingMessage,
  known: readonly string[],
  stillMay: () => Promise<void>,
): Promise<Upload> {
  refuseCompressed(request)
  const length = request.headers['content-length']
  const bytesTotal = length === undefined ? null : Number(length)
  if (bytesTotal !== null && bytesTotal > MOST_IMPORT_BYTES + MOST_FIELD_BYTES) throw tooLarge()
  const parser = openParser(request)
  const fields = new Map<string, string>()
  /** Fields that were sent as files, being read. */
  const reading: Promise<void>[] = []
  return new Promise<Upload>((resolve, reject) => {
    // The parser waits for ever on a file that nobody reads to its end, and the caller on the parser.
    const drain = () => {
      request.unpipe(parser)
      request.resume()
    }
    const fail = (error: unknown) => {
      drain()
      reject(error)
    }
    const take = (name: string, value: string) => {
      if (!known.includes(name)) fail(invalid(name, 'is not known here'))
      else if (fields.has(name)) fail(invalid(name, 'must come once'))
      fields.set(name, value)
    }
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) fail(new DomainError('too-large', `${name}: at most ${MOST_FIELD_BYTES} bytes`))
      take(name, value)
    })
    parser.on('file', (name, stream, { filename }) => {
      if (name !== 'file' && known.includes(name)) {
        reading.push(textOf(stream, MOST_FIELD_BYTES, name).then((text) => take(name, text), fail))
        return
      }
      if (name !== 'file') {
        stream.resume()
        return fail(invalid(name, 'must be called file'))
      }
      // Whoever reads the stream is told of its failure; nobody may be reading any more.
      stream.on('error', () => {})
      stream.on('limit', () => stream.destroy(tooLarge()))
      stream.on('close', () => {
        if (!stream.readableEnded) drain()
      })
      request.on('close', () => {
        if (!request.complete) stream.destroy(endedEarly())
      })
      const upload = { fields, fileName: nameOf(filename), stream: explained(stream, stillMay), bytesTotal }
      void Promise.all(reading).then(() => resolve(upload))
    })
    parser.on('error', (error) =>
      fail(invalid('body', `must be multipart/form-data (${(error as Error).message})`)),
    )
    parser.on('close', () => fail(invalid('file', 'is required')))
    // Whoever goes away before his file begins leaves the parser waiting, and nothing that would tell of it.
    finished(request, { writable: false }, (error) => error != null && reject(endedEarly(error)))
    request.pipe(parser)
  })
}

/** The same bytes, whose failure is told in our words: a form that ends in the middle of its file has broken off. */
function explained(stream: Readable, stillMay: () => Promise<void>): Readable {
  async function* chunks() {
    try {
      yield* whileAdmitted(stream as AsyncIterable<Buffer>, () => stillMay().catch(brokenOff))
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

function openParser(request: IncomingMessage) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { fileSize: MOST_IMPORT_BYTES, files: 4, fields: 8, parts: 10, fieldSize: MOST_FIELD_BYTES },
    })
  } catch {
    throw new DomainError(
      'unsupported-media-type',
      'Content-Type: must be multipart/form-data with a boundary',
    )
  }
}

/** A file's own name without folders and control characters. */
function nameOf(given: string | undefined): string {
  const name = (given ?? '').replace(/^.*[\\/]/, '').replaceAll(/\p{C}/gu, '')
  return name.slice(-LONGEST_NAME) || 'file'
}

function endedEarly(cause?: unknown): DomainError {
  return new DomainError('invalid-file', 'The upload broke off.', { cause })
}

function invalid(field: string, rule: string): DomainError {
  return new DomainError('invalid-body', `${field}: ${rule}`, { problems: [{ field, rule }] })
}

function tooLarge(): DomainError {
  return new DomainError('too-large', `file: at most ${MOST_IMPORT_BYTES} bytes`)
}

/** A whole upload as text. @throws DomainError `too-large`, or `invalid-file` when it is not UTF-8 */
export async function textOf(stream: Readable, mostBytes: number, name = 'file'): Promise<string> {
  const content = await bytesOf(stream, mostBytes, name)
  if (!isUtf8(content)) throw new DomainError('invalid-file', `${name}: must be UTF-8`)
  return Buffer.from(content.buffer)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
}

/** A whole upload, in memory of its own. @throws DomainError `too-large` */
export async function bytesOf(
  stream: Readable,
  mostBytes: number,
  name = 'file',
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > mostBytes) throw new DomainError('too-large', `${name}: at most ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  const content = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    content.set(chunk, at)
    at += chunk.length
  }
  return content
}
