import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createShadowDatabase } from '../../db/postgis/postgis-swap.ts'
import {
  account,
  initCluster,
  postgresPrograms,
  type Server,
  startServer,
} from '../platform/feed/feed-cluster.ts'

const programs = postgresPrograms()
/** A server that tidies up at every opportunity, takes its time over it, and has hands for every database at once. */
const TIDYING = [
  'autovacuum_naptime = 1s',
  'autovacuum_max_workers = 20',
  'autovacuum_vacuum_cost_limit = 1',
  'autovacuum_vacuum_cost_delay = 100ms',
]

describe.skipIf(programs === null)(
  'a database that replaces another (skipped without PostgreSQL’s own programs)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'lagesbild-swap-'))
    let server: Server
    let admin: pg.Client

    beforeAll(async () => {
      const user = await account()
      if ('uid' in user) chownSync(folder, user.uid, user.gid)
      const data = join(folder, 'cluster')
      const options = { ...user, cwd: folder }
      await initCluster(programs!, data, options, TIDYING)
      server = await startServer(programs!, data, folder, options)
      admin = new pg.Client({ connectionString: server.url })
      await admin.connect()
      await admin.query('CREATE ROLE plain LOGIN CREATEDB')
    })
    afterAll(async () => {
      await admin?.end()
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    /** A database of a role without power over the server, which the server is tidying up. */
    async function untidy(name: string): Promise<string> {
      await admin.query(`CREATE DATABASE ${name} OWNER plain`)
      const url = Object.assign(new URL(server.url), { username: 'plain', pathname: `/${name}` }).href
      await fill(url)
      return url
    }
    async function fill(url: string): Promise<void> {
      const owner = new pg.Client({ connectionString: url })
      await owner.connect()
      await owner.query('CREATE TABLE former AS SELECT n FROM generate_series(1, 50000) AS n')
      await owner.query('DELETE FROM former')
      await owner.end()
      const tidying = "SELECT FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'autovacuum worker'"
      const name = new URL(url).pathname.slice(1)
      const publishers = async () => (await admin.query(tidying, [name])).rowCount
      await expect.poll(publishers, { timeout: 50_000 }).toBeGreaterThan(0)
    }
    const databases = async () =>
      (await admin.query("SELECT datname FROM pg_database WHERE datname ~ 'city|restoring|replaced'")).rows

    it('is swapped by a plain role during autovacuum, and leaves nothing of the other', async () => {
      const city = await untidy('city')
      const atPath = await createShadowDatabase(city)
      await atPath.swap()
      const fresh = new pg.Client({ connectionString: city })
      await fresh.connect()
      expect((await fresh.query("SELECT FROM pg_class WHERE relname = 'former'")).rowCount).toBe(0)
      await fresh.end()
      expect(await databases()).toEqual([{ datname: 'city' }])
    })

    it('is discarded by a plain role during autovacuum', async () => {
      const atPath = await createShadowDatabase(
        Object.assign(new URL(server.url), { username: 'plain' }).href,
      )
      await fill(atPath.url)
      await atPath.discard()
      expect(await databases()).toEqual([{ datname: 'city' }])
    })
  },
)
