import type { AgreementResponse } from '../../server/agreements/contract.ts'
import { AGREEMENT_PATHS } from '../../server/agreements/paths.ts'
import type { BoardCaseResponse } from '../../server/board-cases/contract.ts'
import { BOARD_CASE_PATHS } from '../../server/board-cases/paths.ts'
import type { MeasureResponse } from '../../server/measures/contract.ts'
import { MEASURE_PATHS } from '../../server/measures/paths.ts'
import type { CommitmentResponse } from '../../server/meetings/commitments/contract.ts'
import type { MeetingResponse } from '../../server/meetings/contract.ts'
import { MEETING_PATHS } from '../../server/meetings/paths.ts'
import type { NeedQuestionResponse } from '../../server/needs/contract.ts'
import { NEED_PATHS } from '../../server/needs/paths.ts'
import type { QueueResponse } from '../../server/observations/contract.ts'
import { OBSERVATION_PATHS } from '../../server/observations/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { WatchedReviewResponse } from '../../server/reviews/watch/contract.ts'
import type { WalkFindingResponse, WalkResponse } from '../../server/walks/contract.ts'
import { WALK_PATHS } from '../../server/walks/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

/** What a coordinator's day is made of. */
export interface WorkOfToday {
  readonly areas: readonly { readonly id: number; readonly name: string }[]
  readonly commitments: readonly CommitmentResponse[]
  readonly meetings: readonly MeetingResponse[]
  readonly measures: readonly MeasureResponse[]
  readonly walks: readonly WalkResponse[]
  readonly findings: readonly WalkFindingResponse[]
  readonly agreements: readonly AgreementResponse[]
  readonly questions: readonly NeedQuestionResponse[]
  readonly cases: readonly BoardCaseResponse[]
  readonly queue: QueueResponse
  /** Asked for by itself, because checks take longer than lists; empty until then. */
  readonly watches: readonly WatchedReviewResponse[]
}

interface Items<T> {
  readonly items: readonly T[]
}

/** Asks for everything of the first page at once. */
export async function loadToday(
  { get }: Pick<HttpClient, 'get'>,
  signal: AbortSignal,
): Promise<Omit<WorkOfToday, 'watches'>> {
  const list = async <T>(path: string) => (await get<Items<T>>(path, signal)).items
  const [reported, commitments, meetings, measures, walks, findings, agreements, questions, cases, queue] =
    await Promise.all([
      get<Pick<WorkOfToday, 'areas'>>(OBSERVATION_PATHS.reportPlaces, signal),
      list<CommitmentResponse>(MEETING_PATHS.commitments),
      list<MeetingResponse>(MEETING_PATHS.meetings),
      list<MeasureResponse>(MEASURE_PATHS.measures),
      list<WalkResponse>(WALK_PATHS.walks),
      list<WalkFindingResponse>(WALK_PATHS.walkFindings),
      list<AgreementResponse>(AGREEMENT_PATHS.agreements),
      list<NeedQuestionResponse>(NEED_PATHS.needQuestions),
      list<BoardCaseResponse>(BOARD_CASE_PATHS.boardCases),
      get<QueueResponse>(OBSERVATION_PATHS.observations, signal),
    ])
  return {
    areas: reported.areas,
    commitments,
    meetings,
    measures,
    walks,
    findings,
    agreements,
    questions,
    cases,
    queue,
  }
}

/** The open reviews compared with the data as they are now. */
export async function loadWatches(
  { get }: Pick<HttpClient, 'get'>,
  signal: AbortSignal,
): Promise<WorkOfToday['watches']> {
  return (await get<Items<WorkOfToday['watches'][number]>>(REVIEW_PATHS.reviewWatches, signal)).items
}
