import type { AgreementResponse, PromiseResponse } from '../../server/agreements/contract.ts'
import { AGREEMENT_PATHS } from '../../server/agreements/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type Agreement = AgreementResponse
export type CitizensPromise = PromiseResponse

/** What is agreed and promised of a place or district. */
export interface PlaceAgreements {
  readonly agreements: readonly Agreement[]
  readonly promises: readonly CitizensPromise[]
}

export type AgreementList = 'agreements' | 'promises'

/** The calls about agreements and promises. */
export interface AgreementCalls {
  loadPlace(areaId: number, signal?: AbortSignal): Promise<PlaceAgreements>
  add(list: AgreementList, body: object): Promise<unknown>
  change(list: AgreementList, id: number, revision: number, patch: object): Promise<unknown>
}

const ONE = { agreements: AGREEMENT_PATHS.agreement, promises: AGREEMENT_PATHS.promise } as const

interface Items<T> {
  readonly items: readonly T[]
}

/** @param http how the server is asked */
export function createAgreementCalls({ get, send }: HttpClient): AgreementCalls {
  return {
    async loadPlace(areaId, signal) {
      const [agreements, promises] = await Promise.all([
        get<Items<Agreement>>(`${AGREEMENT_PATHS.agreements}?area=${areaId}`, signal),
        get<Items<CitizensPromise>>(`${AGREEMENT_PATHS.promises}?area=${areaId}`, signal),
      ])
      return { agreements: agreements.items, promises: promises.items }
    },
    add: (list, body) => send('POST', AGREEMENT_PATHS[list], body),
    change: (list, id, revision, patch) =>
      send('PATCH', pathTo(ONE[list], { id }), patch, undefined, { 'if-match': `"${revision}"` }),
  }
}
