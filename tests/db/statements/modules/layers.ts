import type { TestDatabase } from '../../../support/databases.ts'
import { SAMPLE_SOURCE } from '../../../support/sample-rows.ts'
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
const PROPOSAL = { planar: SQUARE, properties: { title: 'Eken', description: null, caseNumber: null } }
const NO_ROW = 999_999

export async function layers({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  await repositories.sources.save(SAMPLE_SOURCE)
  const features = recorder.of('features', repositories.features)
  await features.replaceContext([{ kind: 'park', name: null, rank: 1, planar: SQUARE }])
  await features.replaceContext([], 'park')
  await insertOfEachKind(features)
  await features.insertMany('proposals', [PROPOSAL])
  await features.update('proposals', 1, 1, PROPOSAL)
  await features.remove('proposals', 1, 1).catch(() => {})
  await features.remove('proposals', NO_ROW, null).catch(() => {})
  await features.states('cameras', 1, 'camera/1', 200)
  await features.readAll()
  await features.readAreas()
  const { visible } = await repositories.feed.load(() => {})
  await features.readAsOf(visible)
}

async function insertOfEachKind(features: TestDatabase['repositories']['features']): Promise<void> {
  await features.insert('proposals', PROPOSAL, 'account/3')
  await features.insert('cameras', {
    planar: { type: 'Point', coordinates: [1, 2] },
    properties: {
      name: 'Torget 1',
      operator: 'Exempelstad',
      purpose: 'Trygghet',
      contact: null,
      directionDegrees: null,
      viewDegrees: null,
      rangeMetres: null,
      status: 'active',
      hours: null,
      retentionDays: null,
      legalBasis: null,
      balancingReference: null,
      balancingSummary: null,
    },
  })
  await features.insert('patrol-zones', {
    planar: SQUARE,
    properties: {
      name: 'Centrum',
      permit: 'Dnr 1',
      purpose: 'Ordning',
      validFrom: '2026-01-01',
      validTo: null,
      schedule: [],
    },
  })
  await features.insert('focus-areas', {
    planar: SQUARE,
    properties: {
      name: 'Norra',
      owner: 'Nämnden',
      programmeFrom: '2025-01-01',
      programmeTo: null,
      budgetSek: null,
      plannedInvestments: null,
    },
  })
  await features.insert('areas', {
    planar: SQUARE,
    properties: {
      kind: 'district',
      name: 'Öster',
      validFrom: null,
      validTo: null,
      residents: null,
      visitors: null,
      exposureSource: null,
      derived: false,
    },
  })
}
