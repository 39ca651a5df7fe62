import { type Bench, type BenchContext, type BenchRow, median } from './bench.ts'
import { inRequests, requestsPerSecond, type TileServer, withTileServer } from './tile-load.ts'

const ROUNDS = 5
const SECONDS = 3

/**
 * A tile of a release against a signed-in person's warm tile of the same bytes: one process each way, in turns in one
 * run; and the same public tile by way of node's HTTP alone.
 */
export const publicTileBench: Bench = {
  name: 'public-tile',
  run: (context) => withTileServer((server) => compare(server, context)),
}

async function compare(server: TileServer, { log }: BenchContext): Promise<readonly BenchRow[]> {
  const rateOf = (url: string) => requestsPerSecond(url, SECONDS, { Cookie: server.cookie })
  const signedIn: number[] = []
  const atSocket: number[] = []
  const byNode: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    signedIn.push(await rateOf(server.signedInUrl))
    atSocket.push(await rateOf(server.publicUrl))
    byNode.push(await rateOf(server.publicByNodeUrl))
    log(
      `round ${round + 1}: signed in ${signedIn.at(-1)}, public ${atSocket.at(-1)}, by node ${byNode.at(-1)} req/s`,
    )
  }
  const peer = { peer: inRequests(median(signedIn)), peerName: 'signed-in warm tile, same bytes', size: null }
  const kilobytes = (server.bytes / 1000).toFixed(1)
  // Rounds are compared within themselves: what else the machine does then falls on both.
  const ratioTo = (rates: readonly number[]) => median(rates.map((rate, round) => rate / signedIn[round]!))
  return [
    {
      ...peer,
      work: `public tile of ${kilobytes} kB at the socket, one process, wrk`,
      ours: inRequests(median(atSocket)),
      ratio: ratioTo(atSocket),
      target: 1.5,
    },
    {
      ...peer,
      work: 'the same by way of node’s HTTP alone',
      ours: inRequests(median(byNode)),
      ratio: ratioTo(byNode),
      target: null,
    },
  ]
}
