import type { BoardCaseResponse, ConsultationResponse } from '../../server/board-cases/contract.ts'
import { BOARD_CASE_PATHS } from '../../server/board-cases/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type Consultation = ConsultationResponse
export type BoardCase = BoardCaseResponse
type CaseList = 'consultations' | 'boardCases'

/** The calls about consultations and boards' cases. */
interface BoardCaseCalls {
  consultationsOf(areaId: number, signal?: AbortSignal): Promise<readonly Consultation[]>
  add(list: CaseList, body: object): Promise<unknown>
  change(list: CaseList, id: number, revision: number, patch: object): Promise<unknown>
}

const ONE = {
  consultations: BOARD_CASE_PATHS.consultation,
  boardCases: BOARD_CASE_PATHS.boardCase,
} as const

/** @param http client of the server */
export function createBoardCaseCalls({ get, send }: HttpClient): BoardCaseCalls {
  return {
    consultationsOf: async (areaId, signal) =>
      (
        await get<{ readonly items: readonly Consultation[] }>(
          `${BOARD_CASE_PATHS.consultations}?area=${areaId}`,
          signal,
        )
      ).items,
    add: (list, body) => send('POST', BOARD_CASE_PATHS[list], body),
    change: (list, id, revision, patch) =>
      send('PATCH', pathTo(ONE[list], { id }), patch, undefined, { 'if-match': `"${revision}"` }),
  }
}
