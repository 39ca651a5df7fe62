import type { TestDatabase } from '../../../support/databases.ts'
import { insertDistrict } from '../../../support/cities/districts.ts'
import type { StatementRecorder } from '../record-statements.ts'

export async function surveys({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const areaId = await insertDistrict(repositories.features, 'Öster')
  const { replaceWaves, list } = recorder.of('surveys', repositories.surveys)
  const figure = {
    indicator: 'safe-outdoors-at-night',
    wave: '2025',
    areaId,
    group: 'all',
    percent: 71.5,
    marginPercent: 4,
    answers: 412,
    source: 'Trygghetsmätningen',
    publishedOn: '2026-02-11',
  }
  await replaceWaves([figure])
  await list()
}
