import { type Bench, type BenchContext, type BenchRow, median } from './bench.ts'
import { inRequests, requestsPerSecond, type TileServer, withTileServer } from './tile-load.ts'

const ROUNDS = 3
const SECONDS = 4

/**
 * A warm tile of about 10 kB from one process, against node's bare `http` that responds to every request with the
 * same bytes, in turns in one run; the same with `If-None-Match` and 304; and the same behind the look-up of a
 * session.
 */
export const warmTileBench: Bench = {
  name: 'warm-tile',
  run: (context) => withTileServer((server) => compare(server, context)),
}

async function compare(server: TileServer, { log }: BenchContext): Promise<readonly BenchRow[]> {
  const bare: number[] = []
  const warm: number[] = []
  const known: number[] = []
  const signedIn: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await requestsPerSecond(server.bareUrl, SECONDS))
    warm.push(await requestsPerSecond(server.url, SECONDS))
    signedIn.push(await requestsPerSecond(server.signedInUrl, SECONDS, { Cookie: server.cookie }))
    known.push(await requestsPerSecond(server.url, SECONDS, { 'If-None-Match': server.etag }))
    log(
      `round ${round + 1}: bare ${bare.at(-1)}, warm ${warm.at(-1)}, signed in ${signedIn.at(-1)}, 304 ${known.at(-1)} req/s`,
    )
  }
  const [bareMedian, warmMedian, knownMedian] = [median(bare), median(warm), median(known)]
  const signedInMedian = median(signedIn)
  const peer = { peer: inRequests(bareMedian), peerName: 'bare node http', size: null }
  return [
    {
      ...peer,
      work: `warm tile of ${(server.bytes / 1000).toFixed(1)} kB, one process, wrk`,
      ours: inRequests(warmMedian),
      ratio: warmMedian / bareMedian,
      target: 0.5,
    },
    {
      ...peer,
      peer: inRequests(warmMedian),
      peerName: 'the same tile with its bytes',
      work: 'the same, answered 304',
      ours: inRequests(knownMedian),
      ratio: knownMedian / warmMedian,
      target: 1,
    },
    {
      ...peer,
      peer: inRequests(warmMedian),
      peerName: 'the same tile, nobody asked who it is',
      work: 'the same, signed in by a session’s cookie',
      ours: inRequests(signedInMedian),
      ratio: signedInMedian / warmMedian,
      target: 0.9,
    },
  ]
}
