import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { IncidentBatch } from '../../server/engine/snapshot/incident-batch.ts'

/** A PostGIS database of the benchmark's own. */
export interface BenchDatabase {
  readonly client: Client
  /** The address of the database, for clients of a benchmark's own. */
  readonly url: string
  drop(): Promise<void>
}

/** Creates an empty database with PostGIS beside the one that `url` names. */
export async function createBenchDatabase(url: string): Promise<BenchDatabase> {
  const name = `lagesbild_bench_${process.pid}_${Math.floor(performance.now())}`
  const own = new URL(url)
  own.pathname = `/${name}`
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name}`))
  const client = new Client({ connectionString: own.href })
  await client.connect()
  await client.query('CREATE EXTENSION postgis')
  return {
    client,
    url: own.href,
    async drop() {
      await client.end()
      await withClient(url, (server) => server.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Fills a table `point` with what the SQL peers need: position in the city's CRS, period, category and place code, with
 * a GiST index that the rows are clustered along, and fresh statistics.
 */
export async function loadPoints(
  { client }: BenchDatabase,
  batches: readonly IncidentBatch[],
  srid: number,
): Promise<void> {
  await client.query(`CREATE TABLE point (
    id int NOT NULL, geom geometry(Point, ${srid}) NOT NULL, from_minute int NOT NULL, to_minute int NOT NULL,
    category smallint NOT NULL, place smallint NOT NULL, weight int NOT NULL)`)
  await pipeline(Readable.from(linesOf(batches, srid)), client.query(copyFrom('COPY point FROM STDIN')))
  await client.query('CREATE INDEX point_geom ON point USING gist (geom)')
  await client.query('CLUSTER point USING point_geom')
  await client.query('VACUUM ANALYZE point')
}

function* linesOf(batches: readonly IncidentBatch[], srid: number): Generator<string> {
  for (const batch of batches) {
    let lines = ''
    for (let row = 0; row < batch.length; row++) {
      const geometry = `SRID=${srid};POINT(${batch.xCm[row]! / 100} ${batch.yCm[row]! / 100})`
      const times = `${batch.fromMinute[row]}\t${batch.toMinute[row]}`
      lines += `${batch.id[row]}\t${geometry}\t${times}\t${batch.category[row]}\t${batch.place[row]}\t${batch.weight[row]}\n`
      if (lines.length > 1 << 20) {
        yield lines
        lines = ''
      }
    }
    yield lines
  }
}
