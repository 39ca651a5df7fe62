import type { TestDatabase } from '../../../support/databases.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../../../support/sample-rows.ts'
import type { StatementRecorder } from '../record-statements.ts'

const FILE = { sourceId: SAMPLE_SOURCE.id, fileName: 'a.csv', mapping: {}, sha256: null, bytesTotal: 100 }
const REJECTED = { line: 3, column: 'time', reason: 'bad-time', detail: 'kl. 25', text: 'b;25' } as const

export async function imports({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  await repositories.sources.save(SAMPLE_SOURCE)
  const imports = recorder.of('imports', repositories.imports)
  const stage = recorder.of('import stage', await imports.begin(FILE))
  // A row that comes twice.
  await stage.write([
    { ...sampleIncident(), original: 'a', line: 1 },
    { ...sampleIncident(), original: 'a', line: 2 },
  ])
  await stage.reject([REJECTED])
  await stage.progress(50, 1)
  await stage.settle({})
  await stage.merge(2)
  await stage.abort({ sv: 'Den gavs upp.', en: 'It was given up.' })
  await imports.find(stage.importId)
  await imports.list(10, null)
  await imports.list(10, 99)
  await imports.rejects(stage.importId, 0, 10)
  await imports.undo(stage.importId)
  await imports.sweep()
}
