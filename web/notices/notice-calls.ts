import { ACCOUNT_PATHS } from '../../server/accounts/paths.ts'
import type { NoticeResponse } from '../../server/notices/contract.ts'
import { NOTICE_PATHS } from '../../server/notices/paths.ts'
import { OBSERVATION_PATHS } from '../../server/observations/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type Notice = NoticeResponse

/** What there is to write a notice from. */
export interface NoticeBoard {
  readonly notices: readonly Notice[]
  readonly areas: readonly { readonly id: number; readonly name: string }[]
  /** Names of the organisations that may answer for one. */
  readonly owners: readonly string[]
}

/** The calls about notices. */
export interface NoticeCalls {
  /** @param areaId those of one place or district; null = all */
  board(areaId: number | null, signal?: AbortSignal): Promise<NoticeBoard>
  add(body: object): Promise<unknown>
  /** @throws RequestFailed `precondition-failed` when somebody else has changed it */
  change(id: number, revision: number, patch: object): Promise<unknown>
}

interface Items<T> {
  readonly items: readonly T[]
}

/** @param http how the server is asked */
export function createNoticeCalls({ get, send }: HttpClient): NoticeCalls {
  return {
    async board(areaId, signal) {
      const own = areaId === null ? '' : `?area=${areaId}`
      const [notices, { areas }, owners] = await Promise.all([
        get<Items<Notice>>(`${NOTICE_PATHS.notices}${own}`, signal),
        get<Pick<NoticeBoard, 'areas'>>(OBSERVATION_PATHS.reportPlaces, signal),
        get<Items<{ readonly name: string }>>(ACCOUNT_PATHS.owners, signal),
      ])
      return { notices: notices.items, areas, owners: owners.items.map(({ name }) => name) }
    },
    add: (body) => send('POST', NOTICE_PATHS.notices, body),
    change: (id, revision, patch) =>
      send('PATCH', pathTo(NOTICE_PATHS.notice, { id }), patch, undefined, { 'if-match': `"${revision}"` }),
  }
}
