import type { Server } from 'node:http'
import { DomainError } from '../../engine/errors.ts'

/** How long requests in flight may take after a stop signal; the whole stop stays under 5 s. */
const DRAIN_MS = 3_500

/**
 * Listens.
 *
 * @param prefix of the settings HOST and PORT that say where
 * @returns the port that it listens on
 * @throws DomainError `busy` with a message that says what to do
 */
export function listen(
  server: Server,
  host: string,
  port: number,
  prefix: '' | 'ADMIN_' = '',
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port, prefix)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Takes no new requests, lets those in flight finish within `DRAIN_MS`, then closes their connections. */
export function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function explain(error: NodeJS.ErrnoException, host: string, port: number, prefix: string): Error {
  const lines: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use: stop what listens there, or set ${prefix}PORT to another.`,
    EACCES: `Port ${port} needs more rights than this process has: set ${prefix}PORT to 1024 or more.`,
    EADDRNOTAVAIL: `${prefix}HOST=${host}: this machine has no such address.`,
    ENOTFOUND: `${prefix}HOST=${host}: is not the name of this machine.`,
  }
  const line = lines[error.code ?? '']
  return line === undefined ? error : new DomainError('busy', line, { cause: error })
}
