import { type Bench, type BenchContext, type BenchRow, median, quantile } from './bench.ts'
import { type LoadRequest, type LoadResult, openLoop } from './open-loop.ts'
import { startServer } from './start-server.ts'

const CONNECTIONS = 500
/** What one caller alone meets and what a flood meets, in turns: the machine's own moods fall on both. */
const ROUNDS = 5
const ALONE_SECONDS = 3
const FLOOD_SECONDS = 6
const TIMES_CAPACITY = 2
/** More requests than any load sends. */
const MAX_REQUESTS_A_LOAD = 50_000
/** The 99th percentile of what is accepted, against that of a server with nothing else to do. */
const MAX_SLOWDOWN = 5

/** Ways of asking, each a request by its number. */
const WORKS: Readonly<Record<string, (count: number, cookie: string) => LoadRequest>> = {
  'the list of layers': (_count, cookie) => get('/api/layers', cookie),
  'hotspots never asked for before': (count, cookie) =>
    get(`/api/hotspots?group=property&cell=400&${periodOf(count)}`, cookie),
  'one new incident': (count, cookie) => post('/api/incidents', incident(count), cookie, `load-${count}`),
}

/** The response times of admitted requests under twice the capacity. */
export const overloadBench: Bench = {
  name: 'overload',
  async run(context) {
    const rows: BenchRow[] = []
    for (const kind of context.databaseUrl === null ? ['embedded'] : ['embedded', 'postgis'])
      for (const [work, request] of Object.entries(WORKS))
        rows.push(await measure(kind, work, request, context))
    return rows
  },
}

async function measure(
  kind: string,
  work: string,
  request: (count: number, cookie: string) => LoadRequest,
  { log, databaseUrl, seed }: BenchContext,
): Promise<BenchRow> {
  const server = await startServer(kind, databaseUrl)
  let base = seed * 1_000_000
  const load = async (connections: number, rate: number, seconds: number) => {
    const start = base
    base += MAX_REQUESTS_A_LOAD
    const next = (count: number) => request(start + count, server.cookie)
    return openLoop({ port: server.port, connections, seconds, rate, next })
  }
  try {
    await load(1, Number.POSITIVE_INFINITY, 2)
    const capacity = await capacityOf((authenticator) => load(authenticator, Number.POSITIVE_INFINITY, 3))
    const calm: number[] = []
    const loaded: number[] = []
    const floods: LoadResult[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const alone = await load(1, Number.POSITIVE_INFINITY, ALONE_SECONDS)
      const flood = await load(CONNECTIONS, TIMES_CAPACITY * capacity, FLOOD_SECONDS)
      calm.push(quantile(alone.accepted, 0.99))
      loaded.push(quantile(flood.accepted, 0.99))
      floods.push(flood)
      log(`${kind}, ${work}: alone ${ms(calm.at(-1)!)}, flooded ${ms(loaded.at(-1)!)}; ${describe(flood)}`)
    }
    const ratio = median(calm.map((alone, round) => alone / loaded[round]!))
    const lost = await lostOf(
      floods.flatMap(({ acceptedKeys }) => acceptedKeys),
      server,
    )
    return {
      work: `${work} on ${kind}, ${CONNECTIONS} connections at ${TIMES_CAPACITY} × ${capacity.toFixed(0)}/s`,
      size: null,
      ours: `p99 ${ms(median(loaded))} of ${rateOf(floods)} accepted/s${lost === null ? '' : `, ${lost} lost`}`,
      peer: `p99 ${ms(median(calm))}`,
      peerName: 'one caller alone',
      ratio,
      target: 1 / MAX_SLOWDOWN,
      met: ratio > 1 / MAX_SLOWDOWN && (lost ?? 0) === 0,
      note: describe(floods.at(-1)!),
    }
  } finally {
    server.stop()
  }
}

/** The capacity, in accepted requests a second; refused requests are repeated and cost time, too. */
async function capacityOf(load: (authenticator: number) => Promise<LoadResult>): Promise<number> {
  let maximum = 0
  for (const authenticator of [2, 4, 8, 16]) {
    const { accepted, seconds } = await load(authenticator)
    maximum = Math.max(maximum, accepted.length / seconds)
  }
  return maximum
}

/** How many accepted writes are not there afterwards; null for a load that writes nothing. */
async function lostOf(acceptedKeys: readonly string[], { port, cookie }: Server): Promise<number | null> {
  if (acceptedKeys.length === 0) return null
  const kept = new Set<string>()
  let cursor: string | null = ''
  while (cursor !== null) {
    const path = `/api/incidents?limit=1000&source=load${cursor === '' ? '' : `&cursor=${cursor}`}`
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })
    const page = (await response.json()) as { items: { externalId: string }[]; next: string | null }
    for (const { externalId } of page.items) kept.add(externalId)
    cursor = page.next
  }
  return acceptedKeys.filter((key) => !kept.has(key)).length
}

type Server = Awaited<ReturnType<typeof startServer>>

const HOST = 'Host: localhost\r\n'

function get(path: string, cookie: string): LoadRequest {
  return { bytes: Buffer.from(`GET ${path} HTTP/1.1\r\n${HOST}Cookie: ${cookie}\r\n\r\n`) }
}

function post(path: string, body: object, cookie: string, key: string): LoadRequest {
  const text = JSON.stringify(body)
  const head = `POST ${path} HTTP/1.1\r\n${HOST}Cookie: ${cookie}\r\nContent-Type: application/json\r\n`
  return { bytes: Buffer.from(`${head}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`), key }
}

function incident(count: number) {
  return {
    source: 'load',
    externalId: `load-${count}`,
    lon: 18.5,
    lat: 59.0,
    from: '2025-03-01T10:00',
    category: 'theft',
  }
}

const DAYS = 700

/**
 * A period that differs for each of 490,000 consecutive numbers, so that no response is cached from an earlier load.
 */
function periodOf(count: number): string {
  const from = dayAfter('2023-01-01', count % DAYS)
  return `from=${from}&to=${dayAfter('2024-12-01', Math.floor(count / DAYS) % DAYS)}`
}

function dayAfter(first: string, days: number): string {
  return new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10)
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
const rateOf = (loads: readonly LoadResult[]) =>
  median(loads.map(({ accepted, seconds }) => accepted.length / seconds)).toFixed(0)

function describe({ statuses, unsent }: LoadResult): string {
  const answers = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`)
  return `${answers.join(', ')}${unsent === 0 ? '' : `, ${unsent} not sent`}`
}
