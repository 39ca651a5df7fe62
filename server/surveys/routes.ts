import * as contract from './contract.ts'
import type { SurveyService } from './survey-service.ts'
import { requireRight } from '../platform/access/rights.ts'
import { json } from '../platform/http/answer.ts'
import { textOf } from '../platform/http/whole-upload.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly surveys: SurveyService
}

/** Surveys of felt safety. */
export function surveyRoutes({ surveys }: Deps): readonly Route[] {
  return [
    endpoint(contract.listSurveyFigures, async ({ audience }) =>
      json({ items: await surveys.list(audience) }),
    ),
    endpoint(contract.createSurveyImport, async ({ upload, audience }) => {
      requireRight(audience, 'layers.write')
      const { stream } = await upload([])
      try {
        const result = await surveys.importFile(await textOf(stream, contract.MAX_SURVEY_BYTES), audience)
        return { ...json(result), note: { detail: { figures: result.figures } } }
      } finally {
        stream.resume()
      }
    }),
  ]
}
