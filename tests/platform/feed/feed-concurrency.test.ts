import fc from 'fast-check'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIncidentFeed } from '../../../db/feed/feed.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'
import {
  addIncident,
  addSource,
  loadAll,
  loadAllAsOf,
  onKnex,
  rowsOf,
  setLive,
  setWeight,
} from './feed-city.ts'
import type { FeedPosition } from '../../../server/engine/snapshot/incident-batch.ts'
import type { IncidentFeed } from '../../../server/platform/feed/repository.ts'

const [postgis] = databasesUnderTest.filter(({ kind }) => kind === 'postgis')

/** Keeps up with a feed as a snapshot does, and remembers how often each row came. */
function createReader(feed: IncidentFeed, position: FeedPosition) {
  const rows = new Map<number, Record<string, number>>()
  let at = position
  return {
    rows,
    position: () => at,
    async poll(): Promise<number> {
      const poll = await feed.poll(at)
      for (const [id, row] of rowsOf(poll.incidents)) {
        if (row['live'] === 1) rows.set(id, row)
        else rows.delete(id)
      }
      at = poll.position
      return poll.changed
    },
  }
}

describe.skipIf(postgis === undefined)(
  'the change feed beside concurrent transactions (skipped without TEST_DATABASE_URL)',
  () => {
    let database: TestDatabase
    let feed: IncidentFeed
    let clients: pg.Client[]

    const connect = async () => {
      const client = new pg.Client({ connectionString: database.url! })
      await client.connect()
      clients.push(client)
      return client
    }

    beforeEach(async () => {
      clients = []
      database = await postgis!.open()
      feed = createIncidentFeed(database)
      await addSource(onKnex(database.knex))
    })
    afterEach(async () => {
      await Promise.all(clients.map((client) => client.end()))
      await database.close()
    })

    it.each([
      ['the later one commits first', [1, 0]],
      ['the earlier one commits first', [0, 1]],
    ])('misses neither of two transactions when %s', async (_, order) => {
      const writers = [await connect(), await connect()]
      const reader = createReader(feed, (await loadAll(feed)).position)
      for (const [at, writer] of writers.entries()) {
        await writer.query('BEGIN')
        await addIncident(writer, `of ${at}`)
      }
      expect(await reader.poll()).toBe(0)
      await writers[order[0]!]!.query('COMMIT')
      expect(await reader.poll()).toBe(1)
      expect(await reader.poll()).toBe(0)
      await writers[order[1]!]!.query('COMMIT')
      expect(await reader.poll()).toBe(1)
      expect(await reader.poll()).toBe(0)
      expect(reader.rows).toEqual((await loadAll(feed)).rows)
    })

    it('does not deliver seen rows again during a long transaction elsewhere', async () => {
      const slow = await connect()
      const writer = await connect()
      await slow.query('BEGIN')
      await addIncident(slow, 'slow')
      const reader = createReader(feed, (await loadAll(feed)).position)
      for (let n = 0; n < 5; n++) await addIncident(writer, `quick ${n}`)
      expect(await reader.poll()).toBe(5)
      expect(await reader.poll()).toBe(0)
      await addIncident(writer, 'later')
      expect(await reader.poll()).toBe(1)
      await slow.query('COMMIT')
      expect(await reader.poll()).toBe(1)
      await addIncident(writer, 'last')
      // Transactions of other databases of the server hold the horizon back too, so it passes when it may.
      const remembered = async () => {
        await reader.poll()
        return reader.position().seen.length
      }
      await expect.poll(remembered, { timeout: 50_000 }).toBeLessThanOrEqual(1)
    })

    it('does not deliver loaded rows again during a long transaction', async () => {
      const slow = await connect()
      const writer = await connect()
      await slow.query('BEGIN')
      await addIncident(slow, 'slow')
      await addIncident(writer, 'before the load')
      const reader = createReader(feed, (await loadAll(feed)).position)
      expect(await reader.poll()).toBe(0)
      await slow.query('ROLLBACK')
      expect(await reader.poll()).toBe(0)
    })

    it('distinguishes a position’s past from transactions running then', async () => {
      const slow = await connect()
      const writer = await connect()
      await addIncident(writer, 'a')
      await slow.query('BEGIN')
      await setWeight(slow, 'a', 5)
      await addIncident(writer, 'b')
      const { position, rows } = await loadAll(feed)
      await slow.query('COMMIT')
      expect(await loadAllAsOf(feed, position.visible)).toEqual(rows)
    })

    it('ends with the database’s rows after any interleaving of transactions', async () => {
      const writers = await Promise.all([connect(), connect(), connect()])
      const reader = createReader(feed, (await loadAll(feed)).position)
      const step = fc.record({
        writer: fc.nat(2),
        action: fc.constantFrom('begin', 'commit', 'rollback', 'add', 'weigh', 'retract', 'revive', 'poll'),
        weight: fc.integer({ min: 2, max: 1000 }),
      })
      let names = 0
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
          const inTransaction = [false, false, false]
          for (const { writer: at, action, weight } of steps) {
            const writer = writers[at]!
            // Each writer changes rows of its own, so that none waits for another's lock.
            const mine = `w${at} ${weight % Math.max(1, names)}`
            if (action === 'poll') await reader.poll()
            else if (action === 'add') await addIncident(writer, `w${at} ${names++}`)
            else if (action === 'weigh') await setWeight(writer, mine, weight)
            else if (action === 'retract' || action === 'revive')
              await setLive(writer, mine, action === 'revive')
            else if (action === 'begin' && !inTransaction[at]) {
              await writer.query('BEGIN')
              inTransaction[at] = true
            } else if (action !== 'begin' && inTransaction[at]) {
              await writer.query(action)
              inTransaction[at] = false
            }
          }
          for (const [at, open] of inTransaction.entries()) if (open) await writers[at]!.query('COMMIT')
          await reader.poll()
          expect(reader.rows).toEqual((await loadAll(feed)).rows)
        }),
        { numRuns: 15 },
      )
    })
  },
)
