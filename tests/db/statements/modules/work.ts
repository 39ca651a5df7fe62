import type { TestDatabase } from '../../../support/databases.ts'
import { insertDistrict } from '../../../support/cities/districts.ts'
import type { StatementRecorder } from '../record-statements.ts'

const STEP = { at: '2026-03-01T12:00:00.000Z', by: 'account/3', name: 'Åsa' }
const CONTENT = { kind: 'commitment', what: 'Byt lampor', who: 'Trafikkontoret', movedFrom: null }

export async function work({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const areaId = await insertDistrict(repositories.features, 'Väster')
  const { write, find, list, history } = recorder.of('work', repositories.work)
  const change = { audience: 'parties', state: 'open', dueOn: '2026-03-12', content: CONTENT } as const
  const insert = { kind: 'commitment', areaId, partOf: null, ...change } as const
  const [item] = await write([{ insert }], STEP)
  await write([{ id: item!.id, revision: 1, change: { ...change, state: 'done' } }], STEP)
  await write([{ id: item!.id, revision: 1, change }], STEP).catch(() => {})
  await find('commitment', item!.id)
  await list({ kind: 'commitment' }, 100)
  await list({ kind: 'commitment', areaIds: [areaId], states: ['done'], partOf: 1 }, 100)
  await list({ kind: 'commitment', audience: 'public' }, 100)
  const draftsOf = (await repositories.people.insertOrganisation({ name: 'Handlarna', placeIds: [] })).id
  const draft = { ...insert, state: 'draft', draftOf: draftsOf }
  const [own] = await write([{ insert: draft }], STEP)
  await write([{ id: own!.id, revision: 1, change: { ...change, handIn: true } }], STEP)
  await find('commitment', own!.id, draftsOf)
  await list({ kind: 'commitment', draftsOf }, 100)
  await history(item!.id)
}
