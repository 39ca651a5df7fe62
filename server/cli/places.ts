import type { BoardDecision } from '../platform/http/fields/board-decision.ts'
import { type Place, placeContract } from '../places/index.ts'
import { awaitDone } from './await-done.ts'
import { callJson } from './call-json.ts'
import type { Session } from './session.ts'

/** A place as the command prints it. */
export type PresentedPlace = Pick<Place, 'id' | 'name' | 'publication'>

/** Places whose figures may stand in public documents, as the command asks for them. */
export type Places = ReturnType<typeof createPlaces>

/** Places by way of the API. */
export function createPlaces(session: Session, signal: AbortSignal) {
  return {
    list: async () =>
      (await callJson<{ readonly items: readonly PresentedPlace[] }>(session, placeContract.listPlaces))
        .items,
    publish: (id: number, body: BoardDecision) =>
      awaitDone<PresentedPlace>(session, placeContract.publishPlace, { params: { id }, body, signal }),
    withdraw: (id: number, reason: string) =>
      callJson<PresentedPlace>(session, placeContract.withdrawPlace, { params: { id }, query: { reason } }),
  }
}
