import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Calls back when a response is over: sent whole, or its connection closed. Of pipelined requests on a connection that
 * closes, node tells the response whose turn it is only, so the socket is listened to as well.
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
