import type { TestDatabase } from '../../../support/databases.ts'
import { insertDistrict } from '../../../support/cities/districts.ts'
import type { StatementRecorder } from '../record-statements.ts'

const STEP = { at: '2026-03-01T12:00:00.000Z', by: 'account/3', name: 'Åsa' }
const REPORT = '0123456789abcdef0123456789abcdef'

export async function observations(
  { repositories }: TestDatabase,
  recorder: StatementRecorder,
): Promise<void> {
  const areaId = await insertDistrict(repositories.features, 'Norr')
  const links = recorder.of('reportLinks', repositories.reportLinks)
  const link = await links.insert(
    { areaId, organisationId: null, label: 'Torget', made: STEP },
    'h'.repeat(43),
  )
  await links.findByHash('h'.repeat(43))
  await links.list(100)
  const own = recorder.of('observations', repositories.observations)
  const observation = {
    reportId: REPORT,
    areaId,
    kind: 'darkness',
    position: { x: 1, y: 2 },
    seenAt: STEP.at,
    linkId: link.id,
    text: 'Lampan är trasig',
    reported: STEP,
  } as const
  await own.insert(observation, 10)
  const stored = await own.findReport(REPORT)
  await own.find(stored!.id)
  await own.list({ areaIds: [areaId], states: ['received'] }, 100)
  await own.change(stored!.id, stored!.revision, { state: 'fixed', outcome: 'Lampan är bytt' }, STEP)
  await own.history(stored!.id)
  const at = Date.parse(STEP.at)
  await own.countWeek([areaId], { beforeFromMs: at - 3, fromMs: at - 2, toMs: at })
  await links.revoke(link.id, STEP)
}
