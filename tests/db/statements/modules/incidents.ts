import type { TestDatabase } from '../../../support/databases.ts'
import { EVERY_INCIDENT, SAMPLE_SOURCE, sampleIncident } from '../../../support/sample-rows.ts'
import type { StatementRecorder } from '../record-statements.ts'

export async function incidents({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const sources = recorder.of('sources', repositories.sources)
  await sources.save(SAMPLE_SOURCE)
  await sources.find(SAMPLE_SOURCE.id)
  await sources.list()
  await sources.organisations()
  await sources.replace(SAMPLE_SOURCE, () => {})
  const incidents = recorder.of('incidents', repositories.incidents)
  const [id] = await incidents.insert([sampleIncident()])
  await incidents.find(id!)
  await incidents.page(EVERY_INCIDENT)
  await incidents.page({
    ...EVERY_INCIDENT,
    categories: [1, 4],
    fromMinute: 10,
    toMinute: 20,
    sourceId: SAMPLE_SOURCE.id,
    closedSourceIds: ['closed'],
    envelope: [1, 2, 3, 4],
  })
  await incidents.update(id!, 1, sampleIncident({ text: null }))
  await incidents.retract(id!, 2, 'wrong')
  await incidents.retract(id!, null, 'wrong').catch(() => {})
  await incidents.revisions(id!)
}
