import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Drops connections on which nothing moves for a while, because their callers neither send the rest nor take the answer.
 * One that is silent because this server is still at work, or has its hands too full to read on, is left alone: how long
 * that may take is the business of the call's own deadline.
 *
 * @returns takes note of the exchange that a connection is busy with
 */
export function dropSilent(
  server: Server,
  silenceMs: number,
): (request: IncomingMessage, response: ServerResponse) => void {
  const busyWith = new WeakMap<Socket, () => boolean>()
  server.timeout = silenceMs
  server.on('timeout', (socket) => {
    if (busyWith.get(socket)?.() === true) socket.setTimeout(silenceMs)
    else socket.destroy()
  })
  return (request, response) => {
    // An answer that is queued behind another is not what its caller waits for.
    if (response.socket !== null) busyWith.set(request.socket, () => isOurTurn(request, response))
  }
}

/** Whether what there is of a request has been neither read nor answered, and nothing waits for its caller. */
function isOurTurn(request: IncomingMessage, response: ServerResponse): boolean {
  const heldBack = request.complete || request.readableLength > 0
  return heldBack && !response.writableEnded && response.writableLength === 0
}
