import type { IncomingMessage } from 'node:http'
import { finished, type Readable } from 'node:stream'
import busboy from 'busboy'
import { DomainError, type FieldProblem, problemsRefused } from '../../engine/errors.ts'
import { limitOf, textOf } from './whole-upload.ts'
import { ruleInSwedish } from './fields/field-rules.ts'

/** Largest file of an import, bytes. */
export const MAX_IMPORT_BYTES = 512 * 1024 * 1024

/** Largest part that is no file, bytes. */
export const MAX_FIELD_BYTES = 1024 * 1024

type OnFile = (fields: ReadonlyMap<string, string>, filename: string | undefined, stream: Readable) => void

/**
 * Reads the parts of a form: text fields, then one file. Stops reading at a refusal.
 *
 * @param onFile called when the file begins, with the fields that came before it
 * @returns resolves at the form's end
 * @throws DomainError for an invalid form, also when anything follows its file: see `readUpload`
 */
export function readForm(request: IncomingMessage, known: readonly string[], onFile: OnFile): Promise<void> {
  const parser = openParser(request)
  const order = createPartOrder(known)
  const fields = new Map<string, string>()
  /** Fields that were sent as files, being read. */
  const reading: Promise<unknown>[] = []
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => {
      drain(request, parser)
      reject(error)
    }
    parser.on('field', (name, value, { valueTruncated }) => {
      const rule = name === 'file' ? 'must be sent as a file, with a name' : order.ruleBrokenBy(name)
      if (rule !== null) refuse(invalidPart(name, rule))
      else if (valueTruncated) refuse(new DomainError('too-large', limitOf(name, MAX_FIELD_BYTES)))
      else fields.set(name, value)
    })
    parser.on('file', (name, stream, { filename }) => {
      const rule = order.knows(name) ? order.ruleBrokenBy(name) : 'must be called file'
      if (rule !== null) {
        stream.resume()
        return refuse(invalidPart(name, rule))
      }
      if (name !== 'file') {
        const text = textOf(stream, MAX_FIELD_BYTES, name)
        reading.push(text.then((value) => fields.set(name, value), refuse))
        return
      }
      watchFile(request, parser, stream)
      void Promise.all(reading).then(() => onFile(fields, filename, stream))
    })
    parser.on('error', (error) =>
      refuse(invalidPart('body', `must be multipart/form-data (${(error as Error).message})`)),
    )
    parser.on('close', resolve)
    // The parser does not notice a disconnected client.
    finished(request, { writable: false }, (error) => error != null && reject(endedEarly(error)))
    request.pipe(parser)
  })
}

/** The order of parts: known fields, each once, then the file. */
function createPartOrder(known: readonly string[]) {
  const came = new Set<string>()
  const knows = (name: string) => name === 'file' || known.includes(name)
  return {
    knows,
    /** The rule that a part breaks by coming now; null when it may. */
    ruleBrokenBy(name: string): string | null {
      if (!knows(name)) return 'is not known here'
      if (came.has(name)) return 'must come once'
      if (came.has('file')) return 'must come before the file'
      came.add(name)
      return null
    },
  }
}

/**
 * Fails a file at its size limit or when the client disconnects, and drops the rest of the form once it is not read.
 */
function watchFile(request: IncomingMessage, parser: busboy.Busboy, stream: Readable): void {
  // Readers get the error; without one it would be unhandled.
  stream.on('error', () => {})
  stream.on('limit', () => stream.destroy(tooLarge()))
  stream.on('close', () => {
    if (!stream.readableEnded) drain(request, parser)
  })
  request.on('close', () => {
    if (!request.complete) stream.destroy(endedEarly())
  })
}

/** Reads and drops a file: the parser waits for ever on one that is not read to its end. */
function drain(request: IncomingMessage, parser: busboy.Busboy): void {
  request.unpipe(parser)
  request.resume()
}

function openParser(request: IncomingMessage) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { fileSize: MAX_IMPORT_BYTES, files: 4, fields: 8, parts: 10, fieldSize: MAX_FIELD_BYTES },
    })
  } catch {
    throw new DomainError(
      'unsupported-media-type',
      'Content-Type: must be multipart/form-data with a boundary',
    )
  }
}

const BROKEN_OFF = {
  sv: 'Sändningen bröts; skicka filen igen.',
  en: 'The upload broke off; send the file again.',
}

/** The refusal when the client disconnected during an upload. */
export function endedEarly(cause?: unknown): DomainError {
  return new DomainError('invalid-file', BROKEN_OFF, { cause })
}

/** A part that breaks a rule. */
export function invalidPart(field: string, rule: string): DomainError {
  const found: FieldProblem = { field, rule, sv: ruleInSwedish(rule) }
  return problemsRefused('invalid-body', [found])
}

/** A file beyond its limit. */
export function tooLarge(): DomainError {
  return new DomainError('too-large', limitOf('file', MAX_IMPORT_BYTES))
}
