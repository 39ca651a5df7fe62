import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { DomainError } from '../../engine/errors.ts'
import type { TakenBody } from './body-intake.ts'

const MAX_DEPTH = 32

/**
 * The JSON of a request's body.
 *
 * @param body as received
 * @throws DomainError `unsupported-media-type`, `too-large`, or `invalid-body` (empty, not UTF-8, not JSON, or nested
 * deeper than 32)
 */
export function parseJsonBody(request: Pick<IncomingMessage, 'headers'>, body: TakenBody): unknown {
  refuseOtherMedia(request)
  if (body instanceof DomainError) throw body
  if (body.length === 0) throw new DomainError('invalid-body', 'body: is required')
  if (!isUtf8(body)) throw new DomainError('invalid-body', 'body: must be UTF-8')
  if (deeperThan(body, MAX_DEPTH))
    throw new DomainError('invalid-body', `body: must not nest deeper than ${MAX_DEPTH}`)
  try {
    return JSON.parse(body.toString('utf8').replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new DomainError('invalid-body', `body: must be JSON (${(cause as Error).message.slice(0, 150)})`, {
      cause,
    })
  }
}

function refuseOtherMedia(request: Pick<IncomingMessage, 'headers'>): void {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/(?:[a-z0-9.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new DomainError('unsupported-media-type', 'Content-Type: must be application/json in UTF-8')
  refuseCompressed(request)
}

/** Refuses compressed bodies, which may expand without limit. @throws DomainError `unsupported-media-type` */
export function refuseCompressed({ headers }: Pick<IncomingMessage, 'headers'>): void {
  if ((headers['content-encoding'] ?? 'identity') === 'identity') return
  throw new DomainError('unsupported-media-type', 'Content-Encoding: a body must not be compressed')
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
