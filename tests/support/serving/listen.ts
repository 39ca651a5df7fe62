import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttpServer } from '../../../server/composition/http-server.ts'

/** Has a server listen on loopback and any free port. */
export async function listenOnLoopback(server: Server) {
  let connections = 0
  server.on('connection', () => connections++)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    /** How many have been opened so far. */
    connections: () => connections,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Deps = Parameters<typeof createHttpServer>[0]

/** The product's HTTP server before what answers; it takes every host and has time for every request unless given. */
export const listenBefore = (app: Deps['app'], deps: Partial<Deps> = {}) =>
  listenOnLoopback(createHttpServer({ isOurHost: () => true, hasTime: () => true, app, ...deps }))
