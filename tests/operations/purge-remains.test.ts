import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '../../server/engine/hashes/content-hash.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { writeBoardWork } from '../support/board-work.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { SAMPLE_SOURCE } from '../support/sample-rows.ts'
import { coordinateBytes, leftovers, type Markers } from './remaining-bytes.ts'
import { olderEnded } from './older-ended.ts'
import { DAY_MS, incidentOf, NOW } from './purge-rows.ts'

describe.each(databasesUnderTest)('data past retention on the $kind database', ({ open }) => {
  const EASTING = 674_321.23
  const NORTHING = 6_580_123.47
  const markers: Markers = {
    text: Buffer.from('Mörk Jacka Vid Kiosken'),
    corrected: Buffer.from('Röd Mössa Vid Porten'),
    reason: Buffer.from('Anmälaren ångrade sig 4711'),
    id: Buffer.from('K-4711-åttaåtta'),
    reject: Buffer.from('trasig rad om Kim K'),
    original: Buffer.from('ursprungsrad 4711'),
    mapping: Buffer.from('Misshandel Kim K'),
    fileName: Buffer.from('utdrag-kim.csv'),
    easting: coordinateBytes(EASTING),
    northing: coordinateBytes(NORTHING),
    session: Buffer.from('sessionssessionssessionssessionssessionsses'),
    audited: Buffer.from('granskad-4711'),
    said: Buffer.from('Kim K i port sju'),
  }
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
    await plant(db, { x: EASTING, y: NORTHING }, markers)
  })
  afterAll(() => db?.close())

  it('are present before a purge', async () => {
    const found = await leftovers(db, markers)
    for (const name of Object.keys(markers).filter((marker) => marker !== 'original'))
      expect(
        found.filter((line) => line.includes(`: ${name}`)),
        name,
      ).not.toEqual([])
  })

  it('are in no table, index, data file or dump after a purge', async () => {
    const later = NOW + 3000 * DAY_MS
    for (const nowMs of [NOW, NOW + DAY_MS, NOW + 2 * DAY_MS]) {
      await olderEnded(db)
      await db.repositories.erasures.erase({
        asOfMs: later,
        nowMs,
        signal: new AbortController().signal,
        onStep: () => {},
      })
    }
    const [item] = await db.knex('work_item').select('id').where({ kind: 'commitment' })
    const erasure = { itemId: item.id, text: 'Kim K i port sju', at: new Date(NOW).toISOString() }
    expect(await db.repositories.erasures.eraseWorkText(erasure)).toEqual({ items: 5, revisions: 7 })
    await olderEnded(db)
    expect(await db.knex('incident')).toEqual([])
    await db.repositories.erasures.reclaim('reuse')
    expect(await db.repositories.erasures.reclaim('rewrite')).toEqual({
      notRewritten: [],
      openTransactions: 0,
    })
    expect(await leftovers(db, markers)).toEqual([])
  })
})

/** Says something of a person in a commitment, says it otherwise, minutes it at a meeting, and writes it to a board. */
async function plantWork({ repositories }: TestDatabase, said: string): Promise<void> {
  const areaId = (await repositories.features.insert('areas', squareArea(0, 'place', [X, Y, 400, 400]))).id
  const step = { at: new Date(NOW - DAY_MS).toISOString(), by: 'account/1', name: null }
  const common = { areaId, audience: 'parties', dueOn: null, partOf: null } as const
  const content = { what: `Prata med ${said}`, who: 'Stadsdelen' }
  const commitment = { ...common, kind: 'commitment', state: 'open', content } as const
  const [stored] = await repositories.work.write([{ insert: commitment }], step)
  const change = { ...commitment, content: { ...content, what: `Prata med ${said} igen` } }
  const minutes = { decisions: [content], remaining: [], nextOn: null }
  const meeting = {
    ...common,
    kind: 'meeting',
    state: 'closed',
    dueOn: '2026-03-05',
    content: { minutes },
  } as const
  await repositories.work.write([{ id: stored!.id, revision: 1, change }, { insert: meeting }], step)
  await writeBoardWork(repositories, areaId, said)
}

/** Puts every marker where the product would put it. */
async function plant(db: TestDatabase, { x, y }: { x: number; y: number }, markers: Markers): Promise<void> {
  const say = (name: string) => markers[name]!.toString()
  const { incidents, imports, sources } = db.repositories
  await plantWork(db, say('said'))
  await sources.save({ ...SAMPLE_SOURCE, retentionDays: 100 })
  const content = incidentOf(say('id'), 5, {
    xCm: Math.round(x * 100),
    yCm: Math.round(y * 100),
    text: say('text'),
  })
  const stage = await imports.begin({
    sourceId: content.sourceId,
    fileName: say('fileName'),
    mapping: { categories: { [say('mapping')]: 'violence' } },
    sha256: null,
    bytesTotal: null,
  })
  await stage.write([{ ...content, line: 2, original: say('original') }])
  await stage.reject([{ line: 3, column: null, reason: 'no-time', detail: 'no time', text: say('reject') }])
  await stage.merge(2)
  await db.knex('import').update({ started_at: new Date(NOW) })
  const id = (await db.knex('incident').first('id')).id as number
  const corrected = { ...content, text: say('corrected'), line: 0 }
  await incidents.update(id, 1, { ...corrected, contentHash: contentHash(corrected) })
  await incidents.retract(id, null, say('reason'))
  await db.knex.raw('ANALYZE')
  const [user] = await db
    .knex('app_user')
    .insert({ email: 'a@b.se', name: 'A', role: 'analyst', created_at: new Date(NOW) })
    .returning('id')
  const session = {
    token_hash: say('session'),
    created_at: new Date(NOW - DAY_MS),
    last_used_at: new Date(NOW),
  }
  await db.knex('session').insert({ ...session, user_id: user.id, expires_at: new Date(NOW) })
  const event = { at: new Date(NOW), kind: 'change', action: 'x', actor: 'operator', detail: {}, count: 1 }
  await db.knex('audit_event').insert({ ...event, subject: say('audited') })
}
