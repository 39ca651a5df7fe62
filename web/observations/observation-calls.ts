import type {
  ObservationResponse,
  QueueResponse,
  ReportPlacesResponse,
  WeekPictureResponse,
} from '../../server/observations/contract.ts'
import type { MadeReportLinkResponse, ReportLinkResponse } from '../../server/observations/links/contract.ts'
import type { ObservationState } from '../../server/observations/observation-kinds.ts'
import { OBSERVATION_PATHS } from '../../server/observations/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type Observation = ObservationResponse
export type Queue = QueueResponse
export type ReportLink = ReportLinkResponse
export type MadeReportLink = MadeReportLinkResponse
export type WeekPicture = WeekPictureResponse
export type ReportArea = ReportPlacesResponse['areas'][number]

/** Which observations a queue holds. */
export interface QueueFilter {
  readonly areaId: number | null
  readonly state: 'open' | 'closed'
}

/** What became of an observation, in the words of a form. */
export interface Outcome {
  readonly state: ObservationState
  readonly outcome: string | null
}

/** The calls of coordinators about observations, and the picture of the week for everybody who meets. */
export interface ObservationCalls {
  queue(filter: QueueFilter, signal?: AbortSignal): Promise<Queue>
  change(observation: Observation, outcome: Outcome): Promise<unknown>
  areas(signal?: AbortSignal): Promise<readonly ReportArea[]>
  links(signal?: AbortSignal): Promise<readonly ReportLink[]>
  makeLink(areaId: number, label: string): Promise<MadeReportLink>
  revokeLink(id: number): Promise<unknown>
  /** @param lastDay of the week; null for the one that ends today */
  week(areaId: number, lastDay: string | null, signal?: AbortSignal): Promise<WeekPicture>
}

/** @param http how the server is asked */
export function createObservationCalls({ get, send }: HttpClient): ObservationCalls {
  return {
    queue({ areaId, state }, signal) {
      const query = new URLSearchParams({ state, ...(areaId !== null && { area: String(areaId) }) })
      return get(`${OBSERVATION_PATHS.observations}?${query}`, signal)
    },
    change: ({ id, revision }, outcome) =>
      send('PATCH', pathTo(OBSERVATION_PATHS.observation, { id }), outcome, undefined, {
        'if-match': `"${revision}"`,
      }),
    areas: async (signal) => (await get<ReportPlacesResponse>(OBSERVATION_PATHS.reportPlaces, signal)).areas,
    links: async (signal) =>
      (await get<{ readonly items: readonly ReportLink[] }>(OBSERVATION_PATHS.reportLinks, signal)).items,
    makeLink: (areaId, label) => send('POST', OBSERVATION_PATHS.reportLinks, { areaId, label }),
    revokeLink: (id) => send('POST', pathTo(OBSERVATION_PATHS.reportLinkRevocation, { id })),
    week: (id, lastDay, signal) =>
      get(
        `${pathTo(OBSERVATION_PATHS.weekPicture, { id })}${lastDay === null ? '' : `?to=${lastDay}`}`,
        signal,
      ),
  }
}
