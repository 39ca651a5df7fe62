import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Closes the connection of a client that for `idleMs` neither sends the rest of its request nor reads the response. A
 * connection that is idle because the server is computing stays open; the operation's deadline bounds that.
 */
export function dropSlowClient(request: IncomingMessage, response: ServerResponse, idleMs: number): void {
  const { socket } = request
  response.setTimeout(idleMs, () => {
    const owesBody = !request.complete && request.readableLength === 0
    const owesReading = response.writableLength > 0
    if (owesBody || owesReading) socket.destroy()
    else socket.setTimeout(idleMs)
  })
}
