import { type Bench, type BenchContext, type BenchRow, median } from './bench.ts'
import { inRequests, requestsPerSecond, type TileServer, withTileServer } from './tile-load.ts'

const ROUNDS = 5
const SECONDS = 3

/** A file of a release against ten lines of `node:http` that send the same bytes and headers, in turns in one run. */
export const publicTileBench: Bench = {
  name: 'public-tile',
  run: (context) => withTileServer((server) => compare(server, context)),
}

async function compare(server: TileServer, { log }: BenchContext): Promise<readonly BenchRow[]> {
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await requestsPerSecond(server.publicBareUrl, SECONDS))
    ours.push(await requestsPerSecond(server.publicUrl, SECONDS))
    log(`round ${round + 1}: bare ${bare.at(-1)}, public ${ours.at(-1)} req/s`)
  }
  return [
    {
      work: `public file of ${(server.bytes / 1000).toFixed(1)} kB, one process, wrk`,
      size: null,
      ours: inRequests(median(ours)),
      peer: inRequests(median(bare)),
      peerName: 'bare node http, same bytes and headers',
      // Rounds are compared within themselves: what else the machine does then falls on both.
      ratio: median(ours.map((rate, round) => rate / bare[round]!)),
      target: 0.9,
    },
  ]
}
