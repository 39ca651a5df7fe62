import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Closes the connection of a client that for some time neither sends the rest of its request, though it is read, nor takes
 * what waits for it of the response. A connection that is idle because the server is at work stays: how long that may
 * take is bounded by the deadline of the operation.
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
