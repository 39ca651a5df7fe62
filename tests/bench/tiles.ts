import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { from as copyFrom } from 'pg-copy-streams'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { PRECISIONS } from '../../server/engine/snapshot/incident.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { createIncidentRenderer } from '../../server/map-tiles/draw-incidents.ts'
import type { Snapshot } from '../../server/engine/snapshot/types.ts'
import { TILE_BUFFER, TILE_EXTENT } from '../../tiles/schema.ts'
import type { TileAddress } from '../../tiles/tile-address.ts'
import { type Bench, type BenchContext, type BenchRow, median, timed } from './bench.ts'
import { type BenchDatabase, createBenchDatabase } from './bench-database.ts'
import { benchCity } from './bench-snapshot.ts'
import { parseIncidentFilter } from '../../server/platform/http/fields/incident-filter.ts'

const MIN = 10_000
const MAX = 20_000
const TILES = 5
const CANDIDATES = 30
const RUNS = 25
const WORLD = 2 ** 32
const WORLD_METRES = 2 * Math.PI * 6_378_137

/** A cold tile of points, uncompressed, against `ST_AsMVT` over an indexed, clustered column stored in EPSG:3857. */
export const tilesBench: Bench = {
  name: 'tiles',
  async run(context) {
    const rows: BenchRow[] = []
    for (const size of context.sizes) rows.push(await compare(size, context))
    return rows
  },
}

async function compare(size: number, { databaseUrl, seed, log }: BenchContext): Promise<BenchRow> {
  const { snapshot } = benchCity(size, seed)
  const zone = createZone(snapshot.timezone)
  const filter = parseIncidentFilter({ group: 'all' }, { timezone: zone.name, zone })
  const renderer = createIncidentRenderer({ pool: null, zone })
  const addresses: TileAddress[] = []
  for (const address of busyTiles(snapshot)) {
    const total = pointsOf(await renderer.draw(snapshot, address, filter))
    if (total >= MIN && total < MAX && addresses.length < TILES) addresses.push(address)
  }
  log(`${size}: ${addresses.length} tiles, z ${addresses.map(({ z }) => z).join(', ')}`)
  const draw = (k: number) => renderer.draw(snapshot, addresses[k % addresses.length]!, filter)
  const ours = median(await timed(RUNS * 4, draw, RUNS))
  const work = `cold tile of ${MIN / 1000}–${MAX / 1000} k points, uncompressed`
  const row = { work, size, ours: `${ours.toFixed(2)} ms`, target: 10 }
  if (databaseUrl === null) return { ...row, peer: 'left out: no DATABASE_URL', peerName: '', ratio: null }
  const database = await createBenchDatabase(databaseUrl)
  try {
    await loadMercator(database, snapshot)
    const request = (k: number) => requestMvt(database, addresses[k % addresses.length]!)
    for (let k = 0; k < addresses.length; k++) assertSame(await draw(k), await request(k))
    const peer = median(await timed(RUNS, request))
    return { ...row, peer: `${peer.toFixed(1)} ms`, peerName: 'ST_AsMVT', ratio: peer / ours }
  } finally {
    await database.drop()
  }
}

/** The tiles, at any zoom, whose number of points without the buffer is nearest to the middle of the range. */
function busyTiles({ segments }: Snapshot): TileAddress[] {
  const found: (TileAddress & { readonly away: number })[] = []
  for (let z = 8; z <= 18; z++) {
    const counts = new Map<number, number>()
    for (const { columns } of segments) {
      for (let row = 0; row < columns.length; row++) {
        if ((columns.place[row]! & 15) > 1) continue
        const key = (columns.worldX[row]! >>> (32 - z)) * 2 ** 20 + (columns.worldY[row]! >>> (32 - z))
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
    for (const [key, count] of counts) {
      if (count < MIN || count > MAX * 0.95) continue
      const away = Math.abs(count - (MIN + MAX) / 2)
      found.push({ z, x: Math.floor(key / 2 ** 20), y: key % 2 ** 20, away })
    }
  }
  return found.sort((a, b) => a.away - b.away).slice(0, CANDIDATES)
}

async function loadMercator({ client }: BenchDatabase, snapshot: Snapshot): Promise<void> {
  await client.query(`CREATE TABLE mercator (
    id int NOT NULL, category text NOT NULL, "from" int NOT NULL, precision text NOT NULL, weight int NOT NULL,
    geom geometry(Point, 3857) NOT NULL)`)
  await pipeline(Readable.from(linesOf(snapshot)), client.query(copyFrom('COPY mercator FROM STDIN')))
  await client.query('CREATE INDEX mercator_geom ON mercator USING gist (geom)')
  await client.query('CLUSTER mercator USING mercator_geom')
  await client.query('VACUUM ANALYZE mercator')
}

function* linesOf({ segments }: Snapshot): Generator<string> {
  for (const { columns } of segments) {
    let lines = ''
    for (let row = 0; row < columns.length; row++) {
      const precision = columns.place[row]! & 15
      if (precision > 1) continue
      const x = (columns.worldX[row]! / WORLD - 0.5) * WORLD_METRES
      const y = (0.5 - columns.worldY[row]! / WORLD) * WORLD_METRES
      const attributes = [
        CATEGORIES[columns.category[row]!]!.code,
        columns.fromMinute[row],
        PRECISIONS[precision],
        columns.weight[row],
      ].join('\t')
      lines += `${columns.id[row]}\t${attributes}\tSRID=3857;POINT(${x} ${y})\n`
      if (lines.length > 1 << 20) {
        yield lines
        lines = ''
      }
    }
    yield lines
  }
}

/** Prepared once; the envelope is a constant to the planner, so that the index is used. */
const SQL = `
  WITH tile AS (SELECT ST_TileEnvelope($1, $2, $3) AS inner, ST_TileEnvelope($1, $2, $3, margin => $4) AS outer)
  SELECT ST_AsMVT(point, 'incidents', ${TILE_EXTENT}, 'geom', 'id') AS bytes
  FROM (
    SELECT id, category, "from", precision, weight,
           ST_AsMVTGeom(geom, tile.inner, ${TILE_EXTENT}, ${TILE_BUFFER}, false) AS geom
    FROM mercator, tile
    WHERE geom && tile.outer
  ) AS point`

async function requestMvt({ client }: BenchDatabase, { z, x, y }: TileAddress): Promise<Uint8Array> {
  const values = [z, x, y, TILE_BUFFER / TILE_EXTENT]
  const { rows } = await client.query({ name: 'mvt', text: SQL, values })
  return rows[0].bytes
}

/** The two tiles hold the same number of points, but for places within a rounding of the buffer’s border. */
function assertSame(ours: Uint8Array, theirs: Uint8Array): void {
  const [a, b] = [pointsOf(ours), pointsOf(theirs)]
  if (Math.abs(a - b) > 0.01 * a) throw new Error(`The tiles differ: ${a} and ${b} points.`)
}

function pointsOf(bytes: Uint8Array): number {
  return new VectorTile(new PbfReader(bytes)).layers.incidents?.length ?? 0
}
