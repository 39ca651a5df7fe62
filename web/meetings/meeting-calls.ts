import { ACCOUNT_PATHS } from '../../server/accounts/paths.ts'
import type { CommitmentResponse } from '../../server/meetings/commitments/contract.ts'
import type {
  MeetingMailResponse,
  MeetingResponse,
  MeetingViewResponse,
} from '../../server/meetings/contract.ts'
import { MEETING_PATHS } from '../../server/meetings/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import { PLACE_PATHS } from '../../server/places/paths.ts'
import type { PlaceResponse } from '../../server/places/contract.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type Commitment = CommitmentResponse
export type Meeting = MeetingResponse
export type MeetingView = MeetingViewResponse
export type MeetingMail = MeetingMailResponse

/** Changes of a planned meeting. */
export type MeetingPatch = Partial<
  Pick<Meeting, 'heldOn' | 'startsAt' | 'lastsMinutes' | 'attendees'> & { readonly cancelled: boolean }
>

/** A decision being typed. */
export interface Decision {
  readonly kind: Commitment['kind']
  readonly what: string
  readonly who: string
  readonly dueOn: string | null
}

/** The calls about meetings and commitments. */
export interface MeetingCalls {
  list(signal?: AbortSignal): Promise<readonly Meeting[]>
  find(id: number, signal?: AbortSignal): Promise<MeetingView>
  plan(meeting: Pick<Meeting, 'areaId' | 'forum' | 'heldOn' | 'startsAt'>): Promise<Meeting>
  arrange(meeting: Meeting, patch: MeetingPatch): Promise<unknown>
  close(id: number, nextOn: string | null): Promise<{ readonly next: Meeting | null }>
  /** Late ones first. @param areaId those of one place */
  commitments(signal?: AbortSignal, areaId?: number): Promise<readonly Commitment[]>
  decide(meeting: Pick<Meeting, 'id' | 'areaId' | 'audience'>, decision: Decision): Promise<unknown>
  /** Adds a commitment of a place that no meeting decided. */
  commit(commitment: Decision & Pick<Commitment, 'areaId' | 'audience'>): Promise<unknown>
  /** Names of the city's boards, companies and parties. */
  owners(signal?: AbortSignal): Promise<readonly string[]>
  change(
    commitment: Pick<Commitment, 'id' | 'revision'>,
    patch: Partial<Decision & Pick<Commitment, 'audience'> & { done: boolean }>,
  ): Promise<unknown>
  mail(id: number, signal?: AbortSignal): Promise<MeetingMail>
  /** Sends the minutes to those who have not got them. */
  sendMail(id: number): Promise<unknown>
  calendar(signal?: AbortSignal): Promise<{ readonly madeAt: string | null }>
  /** @returns the address, which is told this once */
  makeCalendar(): Promise<string>
  revokeCalendar(): Promise<unknown>
  /** Places with names, for new meetings. */
  places(signal?: AbortSignal): Promise<readonly Pick<PlaceResponse, 'id' | 'name'>[]>
}

interface Items<T> {
  readonly items: readonly T[]
}

/** @param http client of the server */
export function createMeetingCalls({ get, send }: HttpClient): MeetingCalls {
  const withRevision = ({ revision }: { readonly revision: number }) => ({ 'if-match': `"${revision}"` })
  return {
    list: async (signal) => (await get<Items<Meeting>>(MEETING_PATHS.meetings, signal)).items,
    find: (id, signal) => get(pathTo(MEETING_PATHS.meeting, { id }), signal),
    plan: (meeting) => send('POST', MEETING_PATHS.meetings, meeting),
    arrange: (meeting, patch) =>
      send(
        'PATCH',
        pathTo(MEETING_PATHS.meeting, { id: meeting.id }),
        patch,
        undefined,
        withRevision(meeting),
      ),
    close: (id, nextOn) => send('POST', pathTo(MEETING_PATHS.meetingClosing, { id }), { nextOn }),
    commitments: async (signal, areaId) => {
      const path = `${MEETING_PATHS.commitments}${areaId === undefined ? '' : `?area=${areaId}`}`
      return (await get<Items<Commitment>>(path, signal)).items
    },
    decide: ({ id, areaId, audience }, decision) =>
      send('POST', MEETING_PATHS.commitments, { areaId, meetingId: id, audience, ...decision }),
    commit: (commitment) => send('POST', MEETING_PATHS.commitments, commitment),
    change: (commitment, patch) =>
      send(
        'PATCH',
        pathTo(MEETING_PATHS.commitment, { id: commitment.id }),
        patch,
        undefined,
        withRevision(commitment),
      ),
    owners: async (signal) =>
      (await get<Items<{ readonly name: string }>>(ACCOUNT_PATHS.owners, signal)).items.map(
        ({ name }) => name,
      ),
    mail: (id, signal) => get(pathTo(MEETING_PATHS.meetingMail, { id }), signal),
    sendMail: (id) => send('POST', pathTo(MEETING_PATHS.meetingMail, { id }), undefined),
    calendar: (signal) => get(MEETING_PATHS.calendarFeed, signal),
    makeCalendar: async () =>
      (await send<{ readonly url: string }>('POST', MEETING_PATHS.calendarFeed, undefined)).url,
    revokeCalendar: () => send('DELETE', MEETING_PATHS.calendarFeed, undefined),
    places: async (signal) => (await get<Items<PlaceResponse>>(PLACE_PATHS.places, signal)).items,
  }
}
