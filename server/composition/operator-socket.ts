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
/** Nothing is given up for taking long: a command waits as long as its work does. */
const NO_TIMEOUTS = { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 }

/**
 * Where commands reach the server that holds the embedded database of a folder: seen from the working directory where
 * that is shorter, null where even so it is longer than an address may be.
 */
export function operatorSocketPath(dataDir: string): string | null {
  const path = resolve(dataDir, NAME)
  if (process.platform === 'win32') return `\\\\.\\pipe\\lagesbild-${hash('sha256', path)}`
  const paths = [path, relative(process.cwd(), path)]
  return paths.find((candidate) => Buffer.byteLength(candidate) <= MAX_PATH_BYTES) ?? null
}

/** Whether a server takes commands there; a file that a killed one left behind takes none. */
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
 * Takes commands: whoever may open the socket, which is its owner alone, is the operator. Node removes the file when the
 * server closes.
 *
 * @param host of the address for people, for the links in responses: a socket has no host of its own
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

/** The rights are those of the mask, from the first moment: `listen` binds a path before it returns. */
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
