import type { IncomingMessage } from 'node:http'

/** For so long the rest of a body that nobody reads is taken in, so that its sender gets to read the refusal. */
const LINGER_MS = 5_000

/** Whether a body follows the headers of a request. */
export function hasBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
}

/**
 * Takes in what is left of a body after its response: whatever comes next on the connection, through a proxy of another
 * visitor, would wait behind it. A sender who takes too long is cut off.
 */
export function drainBody(request: IncomingMessage): void {
  if (request.complete || request.socket.destroyed) return
  const cut = setTimeout(() => request.socket.destroy(), LINGER_MS)
  request.once('end', () => clearTimeout(cut)).once('close', () => clearTimeout(cut))
  request.unpipe()
  request.resume()
}
