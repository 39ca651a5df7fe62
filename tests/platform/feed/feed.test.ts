import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIncidentFeed } from '../../../db/feed/feed.ts'
import { contentHash } from '../../../server/engine/hashes/content-hash.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'
import { PLAIN_ROW } from '../../support/cities/make-snapshot.ts'
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
import type { IncidentFeed } from '../../../server/platform/feed/repository.ts'

describe.each(databasesUnderTest)('the change feed on $kind', (kind) => {
  let database: TestDatabase
  let feed: IncidentFeed
  let city: ReturnType<typeof onKnex>

  beforeEach(async () => {
    database = await kind.open()
    feed = createIncidentFeed(database)
    city = onKnex(database.knex)
    await addSource(city)
  })
  afterEach(() => database.close())

  it('loads every column of an incident as it was stored', async () => {
    const content = {
      xCm: -2_147_483_600,
      yCm: 658_108_971,
      fromMinute: -5,
      toMinute: 2_000_000_000,
      weight: 2_147_483_647,
      categoryIndex: 16,
      flags: 15,
      settingCode: 3,
      precisionCode: 5,
    }
    const id = await addIncident(city, 'å', content)
    const { rows } = await loadAll(feed)
    const hash = BigInt.asUintN(64, contentHash({ ...PLAIN_ROW, ...content, externalId: 'å' }))
    expect([...rows.values()]).toEqual([
      {
        id,
        revision: 1,
        live: 1,
        xCm: content.xCm,
        yCm: content.yCm,
        fromMinute: -5,
        toMinute: 2_000_000_000,
        category: 16,
        flags: 15,
        place: 5 | (3 << 4),
        source: 1,
        weight: 2_147_483_647,
        hashLow: Number(hash & 0xffffffffn),
        hashHigh: Number(hash >> 32n),
      },
    ])
  })

  it('delivers each change once, with its final state', async () => {
    await addIncident(city, 'stays')
    const changed = await addIncident(city, 'changes')
    const gone = await addIncident(city, 'goes')
    const { position } = await loadAll(feed)
    await setWeight(city, 'changes', 2)
    await setWeight(city, 'changes', 3)
    await setLive(city, 'goes', false)
    const fresh = await addIncident(city, 'comes')

    const poll = await feed.poll(position)
    const rows = rowsOf(poll.incidents)
    expect([...rows.keys()].sort((a, b) => a - b)).toEqual([changed, gone, fresh])
    expect(rows.get(changed)).toMatchObject({ weight: 3, revision: 3, live: 1 })
    expect(rows.get(gone)).toMatchObject({ live: 0 })
    expect(poll).toMatchObject({ changed: 3, layersChanged: false, mustReload: false })

    const next = await feed.poll(poll.position)
    expect(next).toMatchObject({ changed: 0, incidents: [], layersChanged: false })
    expect(next.position.visible).toBe(poll.position.visible)
  })

  it('leaves retracted incidents out of a load', async () => {
    await addIncident(city, 'goes')
    await setLive(city, 'goes', false)
    expect((await loadAll(feed)).rows.size).toBe(0)
  })

  it('reports a changed layer or source, once', async () => {
    const { position } = await loadAll(feed)
    await addSource(city, 'another')
    const poll = await feed.poll(position)
    expect(poll).toMatchObject({ changed: 0, layersChanged: true })
    expect((await feed.poll(poll.position)).layersChanged).toBe(false)
  })

  it('requires a reload in a new epoch', async () => {
    const { position } = await loadAll(feed)
    await city.query('UPDATE city SET epoch = gen_random_uuid()')
    const poll = await feed.poll(position)
    expect(poll.mustReload).toBe(true)
    expect((await feed.poll(poll.position)).mustReload).toBe(false)
  })

  it('requires a reload when the database is behind the position', async () => {
    const { position } = await loadAll(feed)
    const ahead = { ...position, xmin: String(BigInt(position.xmin) + 1_000_000_000n) }
    expect((await feed.poll(ahead)).mustReload).toBe(true)
  })

  it('reads the incidents as they were at every earlier position', async () => {
    const past: { visible: string; rows: ReadonlyMap<number, unknown> }[] = []
    const remember = async () => {
      const { position, rows } = await loadAll(feed)
      past.push({ visible: position.visible, rows })
    }
    await remember()
    for (const name of ['a', 'b', 'c']) await addIncident(city, name)
    await remember()
    await setWeight(city, 'a', 2)
    await remember()
    await database.knex.transaction(async (trx) => {
      await setWeight(onKnex(trx), 'a', 3)
      await setWeight(onKnex(trx), 'a', 4)
      await setLive(onKnex(trx), 'b', false)
    })
    await remember()
    await setLive(city, 'b', true)
    await setLive(city, 'c', false)
    await remember()
    for (const { visible, rows } of past) expect(await loadAllAsOf(feed, visible)).toEqual(rows)
  })

  it('refuses a position of another database', async () => {
    await expect(loadAllAsOf(feed, '999999999999:999999999999:')).rejects.toMatchObject({
      code: 'unprocessable',
    })
  })

  it('notifies of a committed change', async () => {
    let hints = 0
    const stop = await feed.onNotification(() => hints++)
    const before = hints
    await addIncident(city, 'a')
    await expect.poll(() => hints, { timeout: 30_000 }).toBeGreaterThan(before)
    await stop()
  })
})
