import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseFile } from '../../server/releases/release.ts'
import { DisclosureConflict } from '../../server/releases/disclosure-log.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { quarterContents } from '../support/release-fixture.ts'
import type { ReleaseRepository } from '../../server/releases/repository.ts'

const ATTACK = { hidden: 2, atoms: 9, constraints: 12, breaches: [], hiddenBesides: 0 }
const BREACH = { figure: 'a1/police/order', low: 3, high: 3, needs: [0, 4] as const }
const step = (by: string, minute: number) => ({
  by,
  name: 'Åsa',
  at: `2026-06-01T12:0${minute}:00.000Z`,
})

const file = (path: string, text: string): ReleaseFile => {
  const bytes = Buffer.from(text)
  return { path, bytes, sha256: hash('sha256', bytes) }
}

describe.each(databasesUnderTest)('releases on the $kind database', ({ open }) => {
  let db: TestDatabase
  let releases: ReleaseRepository
  beforeAll(async () => {
    db = await open()
    releases = db.repositories.releases
  })
  afterAll(() => db?.close())

  const prepare = (key: string, attack = ATTACK as Parameters<ReleaseRepository['insert']>[0]['attack']) =>
    releases.insert({
      kind: 'public',
      key,
      placeId: null,
      snapshotVersion: '0123456789abcdef0123456789abcdef',
      contents: quarterContents(),
      attack,
      prepared: step('account/1', 0),
    })
  const publish = async (key: string, files: readonly ReleaseFile[]) => {
    const { id } = await prepare(key)
    await releases.approve(id, step('account/2', 1))
    return releases.publish(id, step('account/2', 2), key, files, await releases.disclosures())
  }

  it('are read as prepared, approved, published and withdrawn', async () => {
    const prepared = await prepare('2024-Q1')
    expect(prepared).toMatchObject({
      state: 'prepared',
      approved: null,
      path: null,
      contents: quarterContents(),
    })
    await releases.approve(prepared.id, step('account/2', 1))
    await releases.publish(prepared.id, step('account/2', 2), '2024-Q1', [file('manifest.json', '{}')], 0)
    const withdrawn = await releases.withdraw(prepared.id, { ...step('account/2', 3), reason: 'fel källa' })
    expect(withdrawn).toEqual({
      ...prepared,
      state: 'withdrawn',
      approved: step('account/2', 1),
      published: step('account/2', 2),
      withdrawn: { ...step('account/2', 3), reason: 'fel källa' },
      path: '2024-Q1',
    })
    expect(await releases.find(prepared.id)).toEqual(withdrawn)
    const { contents: _, ...summary } = withdrawn
    expect(await releases.summaries(['withdrawn'])).toEqual([summary])
    expect(await releases.list(['prepared'])).toEqual([])
  })

  it('list published releases, and withdrawn ones', async () => {
    const { id } = await publish('2024-Q2', [
      file('b.csv', 'å'),
      file('a.csv', ''),
      file('tiles/1/0/0.mvt', 'x'),
    ])
    const names: string[] = []
    for await (const { path } of releases.files(id)) names.push(path)
    expect(names).toEqual(['a.csv', 'b.csv', 'tiles/1/0/0.mvt'])
    expect(await releases.fileList(id)).toContainEqual({
      path: 'b.csv',
      sha256: hash('sha256', Buffer.from('å')),
      length: 2,
    })
    expect(Buffer.from((await releases.file(id, 'b.csv'))!.bytes).toString()).toBe('å')
    expect(await releases.file(id, 'c.csv')).toBeNull()
    expect((await releases.served()).map(({ path, state }) => [path, state])).toEqual([
      ['2024-Q1', 'withdrawn'],
      ['2024-Q2', 'published'],
    ])
  })

  it('are prepared and published once a key, unless the preparation was discarded', async () => {
    await expect(prepare('2024-Q2')).rejects.toMatchObject({ code: 'conflict' })
    await expect(prepare('2024-Q1')).rejects.toMatchObject({ code: 'conflict' })
    const { id } = await prepare('2024-Q3')
    await expect(prepare('2024-Q3')).rejects.toMatchObject({ code: 'conflict' })
    await releases.discard(id)
    expect((await prepare('2024-Q3')).id).not.toBe(id)
  })

  it('take their steps only in order', async () => {
    const { id } = await prepare('2024-Q4')
    await expect(
      releases.publish(id, step('account/2', 1), '2024-Q4', [], await releases.disclosures()),
    ).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(releases.withdraw(id, { ...step('account/2', 1), reason: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(releases.approve(999_999, step('account/2', 1))).rejects.toMatchObject({ code: 'not-found' })
    const update = db.knex('release').where({ id }).update({ contents: '{}' })
    await expect(update).rejects.toThrow(/cannot go/)
    await expect(db.knex('release').where({ id }).delete()).rejects.toThrow(/refused/)
    await expect(db.knex('release_file').update({ bytes: Buffer.from('y') })).rejects.toThrow(/refused/)
  })

  it('with a breach are never approved, by a database constraint', async () => {
    const { id } = await prepare('2023', { ...ATTACK, breaches: [BREACH] })
    await expect(releases.approve(id, step('account/2', 1))).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('are not published when another release was published since their attack', async () => {
    const { id } = await prepare('2021')
    await releases.approve(id, step('account/2', 1))
    const disclosed = await releases.disclosures()
    await publish('2020', [])
    const publishing = releases.publish(id, step('account/2', 2), '2021', [], disclosed)
    await expect(publishing).rejects.toBeInstanceOf(DisclosureConflict)
    expect(await releases.find(id)).toMatchObject({ state: 'approved', path: null })
  })

  it('of a place are public from a decision until withdrawal, and the record stays', async () => {
    const board = { name: 'Nämnden', decidedOn: '2026-03-12', section: 14 }
    const publication = { placeId: 7, board, published: step('account/3', 1) }
    const disclosed = await releases.disclosures()
    await releases.publishPlace(publication, disclosed)
    expect(await releases.publicPlaces()).toEqual([publication])
    await expect(releases.publishPlace({ ...publication, placeId: 8 }, disclosed)).rejects.toBeInstanceOf(
      DisclosureConflict,
    )
    await expect(releases.publishPlace(publication, disclosed + 1)).rejects.toMatchObject({
      code: 'conflict',
    })
    const rows = db.knex('place_publication')
    await expect(rows.clone().update({ section: 15 })).rejects.toThrow(/stays/)
    await releases.withdrawPlace(7, { ...step('account/3', 2), reason: 'nytt avtal' })
    expect(await releases.publicPlaces()).toEqual([])
    await expect(rows.clone().update({ withdrawn_reason: 'annat' })).rejects.toThrow(/stays/)
    await expect(rows.clone().delete()).rejects.toThrow(/refused/)
    const again = releases.withdrawPlace(7, { ...step('account/3', 3), reason: 'x' })
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
  })

  it('leave nothing when one of their files is refused', async () => {
    const { id } = await prepare('2022')
    await releases.approve(id, step('account/2', 1))
    const forged = { ...file('b.csv', 'b'), sha256: hash('sha256', 'c') }
    for (const bad of [forged, file('../b.csv', 'b'), file('b/.hidden', 'b')]) {
      const publishing = releases.publish(
        id,
        step('account/2', 2),
        '2022',
        [file('a.csv', 'a'), bad],
        await releases.disclosures(),
      )
      await expect(publishing).rejects.toMatchObject({ code: 'unprocessable' })
    }
    expect(await releases.find(id)).toMatchObject({ state: 'approved', path: null })
    expect(await releases.fileList(id)).toEqual([])
  })
})
