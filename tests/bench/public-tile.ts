import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Bench, type BenchContext, type BenchRow, median } from './bench.ts'

const run = promisify(execFile)
const ROUNDS = 5
const SECONDS = 3
const CONNECTIONS = 32

/**
 * A tile of a release against a signed-in person's warm tile of the same bytes: one process each way, in turns in one
 * run; and the same public tile by way of node's HTTP alone.
 */
export const publicTileBench: Bench = {
  name: 'public-tile',
  async run(context) {
    const server = await startServer()
    try {
      return await compare(server, context)
    } finally {
      server.process.kill()
    }
  },
}

interface TileServer {
  readonly process: ChildProcess
  readonly publicUrl: string
  readonly publicByNodeUrl: string
  readonly signedInUrl: string
  readonly cookie: string
  readonly bytes: number
}

async function startServer(): Promise<TileServer> {
  const script = fileURLToPath(new URL('./warm-tile-server.ts', import.meta.url))
  const process_ = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface(process_.stdout).once('line', resolve)),
    new Promise<never>((_, reject) => process_.once('exit', () => reject(new Error('The server ended.')))),
  ])
  return { process: process_, ...JSON.parse(line) }
}

async function compare(server: TileServer, { log }: BenchContext): Promise<readonly BenchRow[]> {
  const signedIn: number[] = []
  const atSocket: number[] = []
  const byNode: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    signedIn.push(await requestsPerSecond(server.signedInUrl, server.cookie))
    atSocket.push(await requestsPerSecond(server.publicUrl, server.cookie))
    byNode.push(await requestsPerSecond(server.publicByNodeUrl, server.cookie))
    log(
      `round ${round + 1}: signed in ${signedIn.at(-1)}, public ${atSocket.at(-1)}, by node ${byNode.at(-1)} req/s`,
    )
  }
  const peer = { peer: perSecond(median(signedIn)), peerName: 'signed-in warm tile, same bytes', size: null }
  const kilobytes = (server.bytes / 1000).toFixed(1)
  // Rounds are compared within themselves: what else the machine does then falls on both.
  const ratioTo = (rates: readonly number[]) => median(rates.map((rate, round) => rate / signedIn[round]!))
  return [
    {
      ...peer,
      work: `public tile of ${kilobytes} kB at the socket, one process, wrk`,
      ours: perSecond(median(atSocket)),
      ratio: ratioTo(atSocket),
      target: 1.5,
    },
    {
      ...peer,
      work: 'the same by way of node’s HTTP alone',
      ours: perSecond(median(byNode)),
      ratio: ratioTo(byNode),
      target: null,
    },
  ]
}

const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')} req/s`

async function requestsPerSecond(url: string, cookie: string): Promise<number> {
  const { stdout } = await run('wrk', [
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${SECONDS}s`,
    '-H',
    'Accept-Encoding: gzip',
    '-H',
    `Cookie: ${cookie}`,
    url,
  ])
  if (/Non-2xx/.test(stdout)) throw new Error(stdout)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)![1])
}
