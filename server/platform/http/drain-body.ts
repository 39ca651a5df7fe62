import type { IncomingMessage } from 'node:http'

/** How long the rest of a refused body is still read, so that its sender can read the refusal. */
const LINGER_MS = 5_000

/** Whether a body follows the headers of a request. */
export function hasBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
}

/**
 * Reads and drops the rest of a body after its response, because the next request on the connection, which a proxy
 * may reuse for another visitor, waits behind it. A slow sender is disconnected.
 */
export function drainBody(request: IncomingMessage): void {
  if (request.complete || request.socket.destroyed) return
  const cut = setTimeout(() => request.socket.destroy(), LINGER_MS)
  request.once('end', () => clearTimeout(cut)).once('close', () => clearTimeout(cut))
  request.unpipe()
  request.resume()
}
