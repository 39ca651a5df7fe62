import type { TestDatabase } from '../../../support/databases.ts'
import type { StatementRecorder } from '../record-statements.ts'

const SQUARE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 0],
    ],
  ],
}
const FOCUS_AREA = {
  key: 'f-1',
  planar: SQUARE,
  properties: {
    name: 'Torget',
    owner: 'Nämnden',
    programmeFrom: '2026-01-01',
    programmeTo: null,
    budgetSek: null,
    plannedInvestments: null,
  },
}
const NOTHING = {
  added: [],
  revised: [],
  closed: [],
  unchanged: 0,
  absent: [],
  overwritten: [],
  removed: 0,
} as const
const DELIVERY = {
  kind: 'focus-areas',
  register: 'fokus',
  fileName: 'fokus.geojson',
  mapping: {},
  rowsRead: 1,
  repeated: 0,
  rejected: 0,
  by: 'account/3',
  atMs: 0,
} as const

export async function layerImports(
  { repositories }: TestDatabase,
  recorder: StatementRecorder,
): Promise<void> {
  const { store, known, find, list, undo } = recorder.of('layerImports', repositories.layerImports)
  await store(DELIVERY, () => ({ ...NOTHING, added: [{ ...FOCUS_AREA, contentHash: 'a'.repeat(64) }] }))
  const { featureId, revision } = (await known('focus-areas', 'fokus'))[0]!
  const revised = { ...FOCUS_AREA, featureId, revision }
  await store(DELIVERY, () => ({ ...NOTHING, revised: [{ ...revised, contentHash: 'b'.repeat(64) }] }))
  const absent = [{ id: featureId, name: 'Torget', outcome: 'closed' }] as const
  const closed = [{ ...revised, revision: revision + 1 }]
  const { status } = await store({ ...DELIVERY, rowsRead: 0 }, () => ({ ...NOTHING, absent, closed }))
  await find(status!.id)
  await list(10, null)
  await undo(status!.id, 'account/3', 0)
}
