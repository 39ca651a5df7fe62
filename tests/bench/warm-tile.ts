import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Bench, type BenchContext, type BenchRow, median } from './bench.ts'

const run = promisify(execFile)
const ROUNDS = 3
const SECONDS = 4
const CONNECTIONS = 32

/**
 * A warm tile of about 10 kB from one process, against node's bare `http` that answers every request with the same
 * bytes, in turns in one run; the same with `If-None-Match`, answered 304; and the same behind the look-up of a session.
 */
export const warmTileBench: Bench = {
  name: 'warm-tile',
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
  readonly url: string
  readonly bareUrl: string
  /** The same tile, behind sign-in. */
  readonly signedInUrl: string
  readonly cookie: string
  readonly etag: string
  readonly bytes: number
}

/** Starts the process that serves both, so that the load comes from another one. */
async function startServer(): Promise<TileServer> {
  const script = fileURLToPath(new URL('./warm-tile-server.ts', import.meta.url))
  const process_ = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await Promise.race([
    new Promise<string[]>((resolve) =>
      createInterface(process_.stdout).once('line', (text) => resolve([text])),
    ),
    new Promise<never>((_, reject) => process_.once('exit', () => reject(new Error('The server ended.')))),
  ])
  return { process: process_, ...JSON.parse(line!) }
}

async function compare(server: TileServer, { log }: BenchContext): Promise<readonly BenchRow[]> {
  const bare: number[] = []
  const warm: number[] = []
  const known: number[] = []
  const signedIn: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await requestsPerSecond(server.bareUrl, null))
    warm.push(await requestsPerSecond(server.url, null))
    signedIn.push(await requestsPerSecond(server.signedInUrl, null, server.cookie))
    known.push(await requestsPerSecond(server.url, server.etag))
    log(
      `round ${round + 1}: bare ${bare.at(-1)}, warm ${warm.at(-1)}, signed in ${signedIn.at(-1)}, 304 ${known.at(-1)} req/s`,
    )
  }
  const [bareMedian, warmMedian, knownMedian] = [median(bare), median(warm), median(known)]
  const signedInMedian = median(signedIn)
  const peer = { peer: perSecond(bareMedian), peerName: 'bare node http', size: null }
  return [
    {
      ...peer,
      work: `warm tile of ${(server.bytes / 1000).toFixed(1)} kB, one process, wrk`,
      ours: perSecond(warmMedian),
      ratio: warmMedian / bareMedian,
      target: 0.5,
    },
    {
      ...peer,
      peer: perSecond(warmMedian),
      peerName: 'the same tile with its bytes',
      work: 'the same, answered 304',
      ours: perSecond(knownMedian),
      ratio: knownMedian / warmMedian,
      target: 1,
    },
    {
      ...peer,
      peer: perSecond(warmMedian),
      peerName: 'the same tile, nobody asked who it is',
      work: 'the same, signed in by a session’s cookie',
      ours: perSecond(signedInMedian),
      ratio: signedInMedian / warmMedian,
      target: 0.9,
    },
  ]
}

const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')} req/s`

async function requestsPerSecond(
  url: string,
  etag: string | null,
  cookie: string | null = null,
): Promise<number> {
  const headers = [
    '-H',
    'Accept-Encoding: gzip',
    ...(etag === null ? [] : ['-H', `If-None-Match: ${etag}`]),
    ...(cookie === null ? [] : ['-H', `Cookie: ${cookie}`]),
  ]
  const { stdout } = await run('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, ...headers, url])
  if (/Non-2xx/.test(stdout) && !stdout.includes('Requests/sec')) throw new Error(stdout)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)![1])
}
