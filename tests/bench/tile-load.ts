import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const CONNECTIONS = 32

/** A process that serves one tile in several ways, so that the load comes from another process. */
export interface TileServer {
  readonly process: ChildProcess
  /** Without authentication. */
  readonly url: string
  /** The same bytes from node's bare `http`. */
  readonly bareUrl: string
  /** With the look-up of a session. */
  readonly signedInUrl: string
  /** Of a release; and the same bytes and headers from node's bare `http`. */
  readonly publicUrl: string
  readonly publicBareUrl: string
  /** The session's cookie, the tile's tag, and its size as it travels. */
  readonly cookie: string
  readonly etag: string
  readonly bytes: number
}

/** Works with a server of tiles, and ends it. */
export async function withTileServer<T>(work: (server: TileServer) => Promise<T>): Promise<T> {
  const server = await startTileServer()
  try {
    return await work(server)
  } finally {
    server.process.kill()
  }
}

async function startTileServer(): Promise<TileServer> {
  const script = fileURLToPath(new URL('./warm-tile-server.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    child.once('exit', () => reject(new Error('The server of tiles ended before it listened.')))
  })
  return { process: child, ...JSON.parse(line) }
}

/**
 * Requests a second of gzipped responses that `wrk` measures for one URL.
 *
 * @param headers besides `Accept-Encoding`
 * @throws Error when any response but 304 is not a success
 */
export async function requestsPerSecond(
  url: string,
  seconds: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const given = Object.entries({ 'Accept-Encoding': 'gzip', ...headers })
  const options = given.flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const { stdout } = await run('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, ...options, url])
  if (/Non-2xx/.test(stdout)) throw new Error(stdout)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)![1])
}

export function inRequests(perSecond: number): string {
  return `${Math.round(perSecond).toLocaleString('en')} req/s`
}
