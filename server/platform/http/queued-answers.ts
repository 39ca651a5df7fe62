import type { Socket } from 'node:net'
import type { RequestHandler, Response } from 'express'

/**
 * Tells every answer of a connection when the connection closes.
 *
 * A caller may send requests without waiting for answers. Node holds the answers in a queue, and of a connection that
 * closes it tells only the one whose turn it was: whoever counts calls until their answer closes would count the
 * others for ever.
 */
export function closeQueuedAnswers(): RequestHandler {
  const queues = new WeakMap<Socket, Set<Response>>()
  /** Answers that wait for their turn on a connection; one listener a connection, however many they are. */
  function queueOf(socket: Socket): Set<Response> {
    const known = queues.get(socket)
    if (known !== undefined) return known
    const queue = new Set<Response>()
    queues.set(socket, queue)
    socket.once('close', () => {
      for (const response of queue) if (response.socket === null) closed(response)
    })
    return queue
  }
  return ({ socket }, response, next) => {
    if (response.socket === null) {
      const queue = queueOf(socket)
      queue.add(response)
      response.once('close', () => queue.delete(response))
    }
    next()
  }
}

/** As node does it with the answer whose turn it is. */
function closed(response: Response): void {
  response.destroy()
  response.emit('close')
}
