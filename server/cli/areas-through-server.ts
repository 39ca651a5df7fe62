import { AREA_PATHS } from '../areas/index.ts'
import { answerOf } from './remote-answer.ts'
import type { RemoteServer } from './session.ts'
import type { AreasImportOptions, AreasImportResult } from '../areas/index.ts'

/** Imports areas by way of the server that holds the database. */
export async function areasThroughServer(
  server: RemoteServer,
  bytes: Uint8Array<ArrayBuffer>,
  options: AreasImportOptions,
): Promise<AreasImportResult> {
  const form = new FormData()
  form.set('options', JSON.stringify(options))
  form.set('file', new Blob([bytes]), 'areas.geojson')
  const answer = await answerOf(server.request(AREA_PATHS.areaImports, { method: 'POST', body: form }))
  return answer as AreasImportResult
}
