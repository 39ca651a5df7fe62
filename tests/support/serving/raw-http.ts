import { connect } from 'node:net'

/** Sends raw bytes, in pieces, and gives back all that comes until the server ends the connection. */
export function raw(port: number, pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(Buffer.concat(chunks).toString('latin1')) : reject(error),
    )
    const next = (at: number) => {
      if (at === pieces.length) return
      if (at === pieces.length - 1) return void socket.write(pieces[at]!, 'latin1')
      socket.write(pieces[at]!, 'latin1', () => setImmediate(() => next(at + 1)))
    }
    socket.on('connect', () => next(0))
  })
}
