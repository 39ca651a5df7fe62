import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { hash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { type Principal, OPERATING } from '../../server/platform/access/principal.ts'
import { SILENT } from '../../server/platform/log.ts'
import { fixedPrincipal, type Authenticator } from '../../server/platform/http/authenticator.ts'
import { createAuthenticator } from '../../server/accounts/authenticator.ts'
import { createCookie } from '../../server/platform/http/session-cookie.ts'
import { createTilePath } from '../../server/map-tiles/tile-path.ts'
import { createUseTally } from '../../server/platform/audit/use-tally.ts'
import { entriesOf } from '../../server/platform/http/public/public-entry.ts'
import type { TileVariant } from '../../server/map-tiles/tile-service.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { startPublicSite } from '../support/serving/public-site.ts'
import { tileCity } from '../support/cities/tile-city.ts'
import { tileServiceOf } from '../support/serving/tile-service.ts'

const WANTED_BYTES = 10_000
const QUERY = 'group=all'
/** What a browser sends along: the session's cookie and that of a known device. */
const COOKIE = `lagesbild-device=${'d'.repeat(66)}; lagesbild=${'s'.repeat(43)}`
const CLOCK = { nowMs: () => Date.now() }

/** Serves one warm tile by the fast path and, on another port, the same bytes by bare http, and as a public file; prints where, as JSON. */
async function serve(): Promise<void> {
  const pool = openComputePool({ workers: 1, queueLimit: 1 })
  const { tiles } = tileServiceOf(makeSnapshot(tileCity(1, 4000)), pool)
  const { path, variant } = await tileNear(tiles)
  const serveAs = (authenticator: Authenticator) => {
    const tilePath = createTilePath({
      tiles,
      authenticator,
      uses: createUseTally({
        audit: { insert: async () => {} },
        keys: { touch: async () => {} },
        clock: CLOCK,
        log: SILENT,
      }),
      otherwise: (_request, response) => response.writeHead(500).end(),
    })
    return listen((request, response) => {
      if (!tilePath(request, response, () => true)) response.writeHead(404).end()
    })
  }
  const port = await serveAs(fixedPrincipal(OPERATING))
  const signedInPort = await serveAs(await signedIn())
  const barePort = await listen((_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': variant.bytes.length,
    })
    response.end(variant.bytes)
  })
  const { port: publicPort, set } = await startPublicSite()
  const file = { bytes: variant.bytes, sha256: hash('sha256', variant.bytes) }
  const entries = entriesOf(new Map(['tile.mvt', 'tile.mvt.gz'].map((name) => [name, file])), '')
  set(entries)
  const { bytes, headers } = entries.get('tile.mvt')!.gzip!
  const publicBarePort = await listen((_request, response) => {
    response.writeHead(200, headers as string[]).end(bytes)
  })
  const urls = {
    publicUrl: `http://127.0.0.1:${publicPort}/public/tile.mvt`,
    publicBareUrl: `http://127.0.0.1:${publicBarePort}/public/tile.mvt`,
    url: `http://127.0.0.1:${port}${path}`,
    signedInUrl: `http://127.0.0.1:${signedInPort}${path}`,
    bareUrl: `http://127.0.0.1:${barePort}/`,
  }
  process.stdout.write(
    `${JSON.stringify({ ...urls, cookie: COOKIE, etag: variant.etag, bytes: variant.bytes.length })}\n`,
  )
}

/** The real look-up of callers, over one session that is remembered already. */
async function signedIn(): Promise<Authenticator> {
  const actor = { kind: 'account', accountId: 1, sessionId: 1, name: 'Vera', organisationId: null } as const
  const principal: Principal = { audience: ANALYST, actor }
  const authenticator = createAuthenticator({
    sessions: { find: async () => ({ principal, endsAtMs: CLOCK.nowMs() + 3_600_000 }) },
    findKey: async () => null,
    cookie: createCookie('lagesbild', false),
    clock: CLOCK,
  })
  await authenticator.resolve({ headers: { cookie: COOKIE } } as IncomingMessage)
  return authenticator
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
