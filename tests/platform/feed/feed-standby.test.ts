import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../db/client.ts'
import { createIncidentFeed } from '../../../db/feed/feed.ts'
import { SILENT } from '../../../server/platform/log.ts'
import { addIncident, addSource, loadAll, loadAllAsOf, rowsOf, setLive, setWeight } from './feed-city.ts'
import { type Cluster, postgresPrograms, startCluster } from './feed-cluster.ts'
import type { FeedPosition } from '../../../server/engine/snapshot/incident-batch.ts'
import type { IncidentFeed } from '../../../server/platform/feed/repository.ts'

const programs = postgresPrograms()
const WRITERS = 4

describe.skipIf(programs === null)(
  'the change feed polled on a streaming standby (skipped without PostgreSQL’s own programs)',
  () => {
    let cluster: Cluster
    let onPrimary: Database
    let onStandby: Database
    let primaryFeed: IncidentFeed
    let feed: IncidentFeed
    let writers: pg.Client[]

    beforeAll(async () => {
      cluster = await startCluster(programs!)
      const options = { dataDir: null, srid: 3006, log: SILENT }
      onPrimary = await openDatabase({ ...options, url: cluster.primary.url })
      await onPrimary.migrate()
      await cluster.caughtUp()
      onStandby = await openDatabase({ ...options, url: cluster.standby.url })
      await onStandby.migrate()
      primaryFeed = createIncidentFeed(onPrimary)
      feed = createIncidentFeed(onStandby)
      writers = Array.from(
        { length: WRITERS },
        () => new pg.Client({ connectionString: cluster.primary.url }),
      )
      await Promise.all(writers.map((writer) => writer.connect()))
      await addSource(writers[0]!)
    }, 180_000)
    afterAll(async () => {
      await Promise.all((writers ?? []).map((writer) => writer.end()))
      await onStandby?.close()
      await onPrimary?.close()
      await cluster?.close()
    }, 60_000)

    it('reads a real standby, which does not report running transactions', async () => {
      const [running, other] = writers as [pg.Client, pg.Client]
      await running.query('BEGIN')
      await addIncident(running, 'running')
      await addIncident(other, 'committed meanwhile')
      await cluster.caughtUp()
      const { rows } = await onStandby.knex.raw(
        'SELECT pg_is_in_recovery() AS standby, pg_current_snapshot()::text AS snapshot',
      )
      expect(rows[0].standby).toBe(true)
      expect(rows[0].snapshot).toMatch(/^\d+:\d+:$/)
      await running.query('ROLLBACK')
    })

    it('misses nothing while transactions overlap and commit out of order', async () => {
      await cluster.caughtUp()
      const first = await loadAll(feed)
      const rows = new Map(first.rows)
      let position = first.position
      let delivered = 0
      const follow = async () => {
        const poll = await feed.poll(position)
        expect(poll.mustReload).toBe(false)
        for (const [id, row] of rowsOf(poll.incidents)) {
          if (row['live'] === 1) rows.set(id, row)
          else rows.delete(id)
        }
        position = poll.position
        delivered += poll.changed
      }
      for (let round = 0; round < 20; round++) {
        const order = writers.map((_, at) => (at * 3 + round) % WRITERS)
        for (const [at, writer] of writers.entries()) {
          await writer.query('BEGIN')
          await addIncident(writer, `${round} of ${at}`)
          if (round > 0) await setWeight(writer, `${round - 1} of ${at}`, round + 1)
        }
        await follow()
        for (const at of order) {
          await writers[at]!.query(round % 5 === 4 && at === 0 ? 'ROLLBACK' : 'COMMIT')
          if (at % 2 === 0) await cluster.caughtUp()
          await follow()
        }
        if (round % 3 === 0) await setLive(writers[0]!, `${round} of 1`, false)
      }
      await cluster.caughtUp()
      await follow()
      expect(rows).toEqual((await loadAll(primaryFeed)).rows)
      expect(delivered).toBeLessThan(20 * WRITERS * 2 * 2)
      const idle = await feed.poll(position)
      expect(idle.changed).toBe(0)
    }, 120_000)

    it('has positions that the primary can rebuild, although the standby does not report running transactions', async () => {
      const [slow, quick] = writers as [pg.Client, pg.Client]
      const past: { position: FeedPosition; rows: ReadonlyMap<number, unknown> }[] = []
      await addIncident(quick, 'p')
      await addIncident(quick, 'q')
      await slow.query('BEGIN')
      await setWeight(slow, 'p', 7)
      for (const weight of [2, 3, 4]) {
        await setWeight(quick, 'q', weight)
        await cluster.caughtUp()
        past.push(await loadAll(feed))
      }
      await setWeight(quick, 'q', 5)
      await setWeight(quick, 'q', 6)
      await addIncident(quick, 'r')
      await cluster.caughtUp()
      const poll = await feed.poll(past.at(-1)!.position)
      past.push({ position: poll.position, rows: (await loadAll(feed)).rows })
      await slow.query('COMMIT')
      for (const { position, rows } of past) {
        expect(await loadAllAsOf(primaryFeed, position.visible)).toEqual(rows)
      }
    })
  },
)
