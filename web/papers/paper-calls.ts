import type { BoardCaseResponse } from '../../server/board-cases/contract.ts'
import { BOARD_CASE_PATHS } from '../../server/board-cases/paths.ts'
import type { BoardReportResponse } from '../../server/board-reports/contract.ts'
import { BOARD_REPORT_PATHS } from '../../server/board-reports/paths.ts'
import type { GoalResponse, MeasureResponse } from '../../server/measures/contract.ts'
import { MEASURE_PATHS } from '../../server/measures/paths.ts'
import type { MeetingResponse } from '../../server/meetings/contract.ts'
import { MEETING_PATHS } from '../../server/meetings/paths.ts'
import { OBSERVATION_PATHS } from '../../server/observations/paths.ts'
import type { PaperResponse } from '../../server/papers/contract.ts'
import { PAPER_PATHS } from '../../server/papers/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type PaperKind = PaperResponse['kind']
type BoardCase = BoardCaseResponse
export type BoardReport = BoardReportResponse
export type Goal = GoalResponse
export type Measure = MeasureResponse
export type Meeting = MeetingResponse
export type PaperAudience = BoardReport['audience']

/** What papers of an area can be of. */
export interface AreaItems {
  readonly measures: readonly Measure[]
  readonly goals: readonly Goal[]
  readonly meetings: readonly Meeting[]
  /** Neither reports nor cases for whoever may not read them. */
  readonly reports: readonly BoardReport[]
  readonly cases: readonly BoardCase[]
}

/** Which paper, of what, for whom. */
export interface PaperAddress {
  readonly kind: PaperKind
  readonly areaId: number
  readonly itemId: number | null
  /** Null = the server's choice: of a case, whom the case is for. */
  readonly audience: PaperAudience | null
  readonly language: string
}

/** The calls about papers and boards' reports. */
export interface PaperCalls {
  areas(signal?: AbortSignal): Promise<readonly { readonly id: number; readonly name: string }[]>
  items(areaId: number, mayReport: boolean, signal?: AbortSignal): Promise<AreaItems>
  find(paper: PaperAddress, signal?: AbortSignal): Promise<PaperResponse>
  saveReport(
    report: Pick<BoardReport, 'areaId' | 'occasion' | 'year' | 'board' | 'entries' | 'state'>,
    stored: BoardReport | null,
  ): Promise<BoardReport>
}

interface Items<T> {
  readonly items: readonly T[]
}

/** @param http client of the server */
export function createPaperCalls({ get, send }: HttpClient): PaperCalls {
  const list = async <T>(path: string, areaId: number, signal?: AbortSignal) =>
    (await get<Items<T>>(`${path}?area=${areaId}`, signal)).items
  return {
    areas: async (signal) =>
      (
        await get<{ readonly areas: readonly { readonly id: number; readonly name: string }[] }>(
          OBSERVATION_PATHS.reportPlaces,
          signal,
        )
      ).areas,
    async items(areaId, mayReport, signal) {
      const [measures, goals, meetings, reports, cases] = await Promise.all([
        list<Measure>(MEASURE_PATHS.measures, areaId, signal),
        list<Goal>(MEASURE_PATHS.goals, areaId, signal),
        list<Meeting>(MEETING_PATHS.meetings, areaId, signal),
        mayReport ? list<BoardReport>(BOARD_REPORT_PATHS.boardReports, areaId, signal) : [],
        mayReport ? list<BoardCase>(BOARD_CASE_PATHS.boardCases, areaId, signal) : [],
      ])
      return { measures, goals, meetings, reports, cases }
    },
    find: (paper, signal) =>
      get(`${pathTo(PAPER_PATHS.paper, { kind: paper.kind })}?${queryOf(paper)}`, signal),
    saveReport({ areaId, ...report }, stored) {
      if (stored === null) return send('POST', BOARD_REPORT_PATHS.boardReports, { areaId, ...report })
      const path = pathTo(BOARD_REPORT_PATHS.boardReport, { id: stored.id })
      return send('PATCH', path, report, undefined, { 'if-match': `"${stored.revision}"` })
    },
  }
}

function queryOf({ areaId, itemId, audience, language }: PaperAddress): URLSearchParams {
  return new URLSearchParams({
    area: String(areaId),
    ...(itemId !== null && { item: String(itemId) }),
    ...(audience !== null && { audience }),
    lang: language,
  })
}

/** The address of a paper as a page, or as a Word file. */
export function paperHref(paper: PaperAddress, form: 'page' | 'file'): string {
  const path = form === 'page' ? PAPER_PATHS.paperPage : PAPER_PATHS.paperFile
  return `${pathTo(path, { kind: paper.kind })}?${queryOf(paper)}`
}
