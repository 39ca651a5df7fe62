import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { DomainError } from '../domain/errors.ts'

/** Largest JSON body, bytes. */
export const MOST_JSON_BYTES = 1024 * 1024
const DEEPEST = 32

/**
 * The JSON of a request's body.
 *
 * @throws DomainError `unsupported-media-type`, `too-large`, or `invalid-body` (empty, not UTF-8, not JSON, or nested
 * deeper than 32)
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  refuseOtherMedia(request)
  const body = await readAll(request)
  if (body.length === 0) throw new DomainError('invalid-body', 'body: is required')
  if (!isUtf8(body)) throw new DomainError('invalid-body', 'body: must be UTF-8')
  if (deeperThan(body, DEEPEST))
    throw new DomainError('invalid-body', `body: must not nest deeper than ${DEEPEST}`)
  try {
    return JSON.parse(body.toString('utf8').replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new DomainError('invalid-body', `body: must be JSON (${(cause as Error).message.slice(0, 150)})`, {
      cause,
    })
  }
}

function refuseOtherMedia(request: IncomingMessage): void {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/(?:[a-z0-9.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new DomainError('unsupported-media-type', 'Content-Type: must be application/json in UTF-8')
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity')
    throw new DomainError('unsupported-media-type', 'Content-Encoding: a body must not be compressed')
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_JSON_BYTES) throw tooLarge()
  const chunks: Buffer[] = []
  let length = 0
  // Leaving the loop early must not destroy the socket: the refusal still has to go out on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MOST_JSON_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): DomainError {
  return new DomainError('too-large', `body: at most ${MOST_JSON_BYTES} bytes`)
}

/** True when brackets nest deeper than a limit. Strings are skipped. */
function deeperThan(body: Buffer, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!
    if (inString) {
      if (byte === 0x5c) at++
      else if (byte === 0x22) inString = false
    } else if (byte === 0x22) inString = true
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > limit) return true
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return false
}
