import { hash } from 'node:crypto'
import type { TestDatabase } from '../../../support/databases.ts'
import { quarterContents } from '../../../support/release-fixture.ts'
import type { StatementRecorder } from '../record-statements.ts'

const step = (by: string) => ({ by, name: 'Åsa', at: '2026-06-01T12:00:00.000Z' })
const WITHDRAWAL = { ...step('account/2'), reason: 'fel källa' }
const MANIFEST = { path: 'manifest.json', bytes: Buffer.from('{}'), sha256: hash('sha256', '{}') }

export async function releases({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const { files } = repositories.releases
  const releases = recorder.of('releases', {
    ...repositories.releases,
    files: (id: number) => all(files(id)),
  })
  const prepare = (key: string) =>
    releases.insert({
      kind: 'public',
      key,
      placeId: null,
      snapshotVersion: '0123456789abcdef0123456789abcdef',
      contents: quarterContents(),
      attack: { hidden: 2, atoms: 9, constraints: 12, breaches: [], hiddenBesides: 0 },
      prepared: step('account/1'),
    })
  await releases.discard((await prepare('2023-Q4')).id)
  const { id } = await prepare('2024-Q1')
  await releases.approve(id, step('account/2'))
  await releases.publish(id, step('account/2'), '2024-Q1', [MANIFEST], await releases.disclosures())
  await releases.find(id)
  await releases.list()
  await releases.list(['published'])
  await releases.summaries()
  await releases.summaries(['published'])
  await releases.publishedOfPlace(7)
  await releases.served()
  await releases.fileList(id)
  await releases.file(id, MANIFEST.path)
  await releases.files(id)
  await releases.withdraw(id, WITHDRAWAL)
  await releases.approve(id, step('account/2')).catch(() => {})
  const board = { name: 'Nämnden', decidedOn: '2026-03-12', section: 14 }
  await releases.publishPlace(
    { placeId: 7, board, published: step('account/3') },
    await releases.disclosures(),
  )
  await releases.publicPlaces()
  await releases.withdrawPlace(7, WITHDRAWAL)
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
