import * as contract from './contract.ts'
import type { SurveyService } from './survey-service.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { textOf } from '../platform/http/whole-upload.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly surveys: SurveyService
}

/** Routes of surveys of perceived safety. */
export function surveyRoutes({ surveys }: Deps): readonly Route[] {
  return [
    endpoint(contract.listSurveyFigures, async () => json({ items: await surveys.list() })),
    endpoint(contract.createSurveyImport, async ({ upload }) => {
      const { stream } = await upload([])
      try {
        const result = await surveys.importFile(await textOf(stream, contract.MAX_SURVEY_BYTES))
        return { ...json(result), note: { detail: { figures: result.figures } } }
      } finally {
        stream.resume()
      }
    }),
  ]
}
