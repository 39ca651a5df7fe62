import { pathTo } from '../../server/platform/http/paths.ts'
import type { FigureOnRequest, RecordsRequestResponse } from '../../server/records-requests/contract.ts'
import { RECORDS_REQUEST_PATHS } from '../../server/records-requests/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type RecordsRequest = RecordsRequestResponse
export type RequestFigure = FigureOnRequest

/** A place, district or statistical area. */
export interface CountedArea {
  readonly id: number
  readonly kind: 'place' | 'district' | 'base'
  readonly name: string
}

/** All requests, and the areas that their figures may count. */
export interface RequestList {
  readonly requests: readonly RecordsRequest[]
  readonly areas: readonly CountedArea[]
}

/** A hidden figure that could be derived, and its possible values. */
export interface Derived {
  readonly where: string
  readonly counts: 'area' | 'cell' | 'place' | 'ring'
  readonly register: RequestFigure['register']
  readonly group: RequestFigure['group']
  readonly from: string
  readonly to: string
  /** −1 where the computation took too long. */
  readonly low: number
  readonly high: number
}

/** What an attack found, and what it included. */
export interface Attack {
  readonly attackedWith: NonNullable<RecordsRequest['attackedWith']>
  readonly derivable: readonly Derived[]
}

/** The calls about requests for public records. */
export interface RequestCalls {
  list(signal?: AbortSignal): Promise<RequestList>
  add(request: object): Promise<unknown>
  /** @throws RequestFailed `precondition-failed` when somebody else has changed it */
  change(id: number, revision: number, patch: object): Promise<unknown>
  attack(id: number): Promise<Attack>
}

/** @param http how the server is asked */
export function createRequestCalls({ get, send }: HttpClient): RequestCalls {
  return {
    async list(signal) {
      const [requests, areas] = await Promise.all([
        get<{ readonly items: readonly RecordsRequest[] }>(RECORDS_REQUEST_PATHS.recordsRequests, signal),
        get<{ readonly items: readonly CountedArea[] }>(RECORDS_REQUEST_PATHS.recordsRequestAreas, signal),
      ])
      return { requests: requests.items, areas: areas.items }
    },
    add: (request) => send('POST', RECORDS_REQUEST_PATHS.recordsRequests, request),
    change: (id, revision, patch) =>
      send('PATCH', pathTo(RECORDS_REQUEST_PATHS.recordsRequest, { id }), patch, undefined, {
        'if-match': `"${revision}"`,
      }),
    attack: (id) => send('POST', pathTo(RECORDS_REQUEST_PATHS.recordsRequestAttack, { id })),
  }
}
