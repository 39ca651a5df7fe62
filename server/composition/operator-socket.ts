import { hash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { relative, resolve } from 'node:path'
import { DomainError } from '../engine/errors.ts'

const NAME = 'operator.sock'
/** Bytes of a path that the address of a Unix socket holds on every system: 103 on macOS, 107 on Linux. */
const MAX_PATH_BYTES = 103
/** Everybody but the owner, and execution, which means nothing here. */
const MASKED_RIGHTS = 0o177
/** No timeouts: a command waits as long as its work takes. */
const NO_TIMEOUTS = { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 }

/**
 * Path of the socket by which commands reach the server of an embedded database: relative where that is shorter, null
 * where it is still too long for an address.
 */
export function operatorSocketPath(dataDir: string): string | null {
  const path = resolve(dataDir, NAME)
  if (process.platform === 'win32') return `\\\\.\\pipe\\lagesbild-${hash('sha256', path)}`
  const paths = [path, relative(process.cwd(), path)]
  return paths.find((candidate) => Buffer.byteLength(candidate) <= MAX_PATH_BYTES) ?? null
}

/** Whether a server listens there; false for a file left behind by a killed one. */
export function takesCommands(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path)
    socket.once('error', () => done(false))
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
  })
}

/**
 * Listens for commands: only its owner may open the socket, and is the operator. Node removes the file when the
 * server closes.
 *
 * @param host host of the public address, for links in responses: a socket has none
 * @throws DomainError `conflict` when another server does so already, on another city of the folder
 */
export async function openOperatorSocket(path: string, app: RequestListener, host: string): Promise<Server> {
  if (await takesCommands(path)) {
    const line = `Another server takes the commands for this folder (${path}): stop it first, or set DATA_DIR to another folder.`
    throw new DomainError('conflict', line)
  }
  rmSync(path, { force: true })
  const server = createServer(NO_TIMEOUTS, (request, response) => {
    request.headers.host = host
    app(request, response)
  })
  await listenAsOwner(server, path)
  return server
}

/** Sets the umask around `listen`, which binds the path before it returns. */
function listenAsOwner(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    const mask = process.umask(MASKED_RIGHTS)
    try {
      server.listen(path, done)
    } finally {
      process.umask(mask)
    }
  })
}
