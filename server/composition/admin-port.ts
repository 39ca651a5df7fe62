import { createServer, type RequestListener, type Server } from 'node:http'
import type { Config } from '../config/config.ts'
import { createHostCheck, refuseHost } from '../platform/http/host-check.ts'
import { listen } from '../platform/http/listener.ts'

/** The listener for monitoring. */
export interface AdminPort {
  readonly server: Server
  readonly url: string
}

/** Monitoring sends a request line and some headers. */
const REQUEST_TIMEOUT_MS = 10_000
const MAX_CONNECTIONS = 64

/**
 * Listens on ADMIN_HOST and ADMIN_PORT, for requests to these names or to an address.
 *
 * @returns null when ADMIN_PORT=none
 * @throws DomainError `busy` with one line that says what to do
 */
export async function openAdminPort(
  { adminHost, adminPort }: Pick<Config, 'adminHost' | 'adminPort'>,
  app: RequestListener,
): Promise<AdminPort | null> {
  if (adminPort === null) return null
  const isOurHost = createHostCheck([adminHost])
  const options = {
    headersTimeout: REQUEST_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    joinDuplicateHeaders: true,
  }
  const server = createServer(options, (request, response) => {
    if (isOurHost(request)) app(request, response)
    else refuseHost(request, response, 'ADMIN_HOST to the name by which this port is reached')
  })
  server.maxConnections = MAX_CONNECTIONS
  const port = await listen(server, adminHost, adminPort, 'ADMIN_')
  return { server, url: `http://${adminHost.includes(':') ? `[${adminHost}]` : adminHost}:${port}` }
}
