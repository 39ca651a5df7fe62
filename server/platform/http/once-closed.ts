import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Calls back when a response is over: sent whole, or its connection closed. When a connection with pipelined requests
 * closes, Node notifies only the current response, so the socket is watched as well.
 *
 * @returns stops listening
 */
export function onceClosed(
  { socket }: Pick<IncomingMessage, 'socket'>,
  response: ServerResponse,
  callback: () => void,
): () => void {
  const stop = () => {
    response.off('close', closed)
    socket.off('close', closed)
  }
  const closed = () => {
    stop()
    callback()
  }
  response.once('close', closed)
  // One listener for each request in flight on the connection, and admission bounds those.
  socket.setMaxListeners(0).once('close', closed)
  return stop
}
