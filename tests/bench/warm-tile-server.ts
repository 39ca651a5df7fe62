import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ANALYST } from '../../server/domain/audience.ts'
import { OPERATING } from '../../server/domain/caller.ts'
import { SILENT } from '../../server/domain/log.ts'
import { alwaysCaller } from '../../server/http/caller-source.ts'
import { createTilePath } from '../../server/http/tile-path.ts'
import { createUseTally } from '../../server/services/audit/use-tally.ts'
import type { TileVariant } from '../../server/services/tiles.ts'
import { openComputePool } from '../../server/snapshot/compute-pool.ts'
import { makeSnapshot } from '../support/make-snapshot.ts'
import { tileCity } from '../support/tile-city.ts'
import { tileServiceOf } from '../support/tile-service.ts'

const WANTED_BYTES = 10_000
const QUERY = 'group=all'

/** Serves one warm tile by the short way and, on another port, the same bytes by bare http; prints where, as JSON. */
async function serve(): Promise<void> {
  const pool = openComputePool({ workers: 1, queueLimit: 1 })
  const { tiles } = tileServiceOf(makeSnapshot(tileCity(1, 4000)), pool)
  const { path, variant } = await tileNear(tiles)
  const tilePath = createTilePath({
    tiles,
    callers: alwaysCaller(OPERATING),
    uses: createUseTally({
      audit: { insert: async () => {} },
      keys: { touch: async () => {} },
      clock: { nowMs: () => Date.now() },
      log: SILENT,
    }),
    otherwise: (_request, response) => response.writeHead(500).end(),
  })
  const port = await listen((request, response) => {
    if (!tilePath(request, response, () => true)) response.writeHead(404).end()
  })
  const barePort = await listen((_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': variant.bytes.length,
    })
    response.end(variant.bytes)
  })
  const urls = { url: `http://127.0.0.1:${port}${path}`, bareUrl: `http://127.0.0.1:${barePort}/` }
  process.stdout.write(`${JSON.stringify({ ...urls, etag: variant.etag, bytes: variant.bytes.length })}\n`)
}

/** The tile whose gzipped size is nearest to 10 kB. */
async function tileNear(tiles: ReturnType<typeof tileServiceOf>['tiles']) {
  const candidates: { readonly path: string; readonly variant: TileVariant }[] = []
  for (let z = 11; z <= 15; z++) {
    const x = Math.floor((18.065 / 360 + 0.5) * 2 ** z)
    const y = Math.floor((0.5 - Math.atanh(Math.sin((59.3325 * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z)
    const path = `/tiles/incidents/${z}/${x}/${y}.mvt?${QUERY}`
    const tile = await tiles.tile({ layer: 'incidents', z, x, y, search: QUERY }, ANALYST)
    candidates.push({ path, variant: await tile.variant('gzip') })
  }
  const away = ({ variant }: { readonly variant: TileVariant }) =>
    Math.abs(variant.bytes.length - WANTED_BYTES)
  return candidates.reduce((best, candidate) => (away(candidate) < away(best) ? candidate : best))
}

function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

await serve()
