import type { ReceiptResponse, ReportPlacesResponse } from '../../../server/observations/contract.ts'
import type { ObservationKind } from '../../../server/observations/observation-kinds.ts'
import { OBSERVATION_PATHS } from '../../../server/observations/paths.ts'
import { pathTo } from '../../../server/platform/http/paths.ts'
import type { HttpClient } from '../../app/api/http-client.ts'
import type { Waiting } from './phone-store.ts'

export type Receipt = ReceiptResponse
export type ReportPlaces = ReportPlacesResponse
export type Ground = NonNullable<ReportPlaces['ground']>

/** A position, WGS 84. */
export interface LngLat {
  readonly lon: number
  readonly lat: number
}

/** A report as it waits in the phone. */
export interface WaitingReport extends Waiting {
  readonly token: string | null
  readonly areaId: number | null
  readonly kind: ObservationKind
  readonly position: LngLat | null
  readonly text: string | null
  /** When it was seen, by the phone's clock, milliseconds. */
  readonly seenAtMs: number
}

/** A report that was received, as the phone remembers it. */
export type KeptReceipt = Pick<Receipt, 'reportId' | 'kind' | 'seenOn'>

export interface ReportCalls {
  places(token: string | null, areaId: number | null, signal?: AbortSignal): Promise<ReportPlaces>
  /** Sends a report; the same one again is stored once. @param nowMs by the phone's clock */
  send(report: WaitingReport, nowMs: number): Promise<Receipt>
  receipt(reportId: string, signal?: AbortSignal): Promise<Receipt>
}

/** Longest that a try to send may take before another one. */
const SEND_TIMEOUT_MS = 30_000

export function createReportCalls({ get, send }: HttpClient): ReportCalls {
  return {
    places: (token, areaId, signal) =>
      token === null
        ? get(`${OBSERVATION_PATHS.reportPlaces}${areaId === null ? '' : `?area=${areaId}`}`, signal)
        : send('POST', OBSERVATION_PATHS.reportLinkOpening, { token }, signal),
    send({ refusal: _known, seenAtMs, token, areaId, ...report }, nowMs) {
      const minutesAgo = Math.max(0, Math.round((nowMs - seenAtMs) / 60_000))
      const [path, way] =
        token === null
          ? [OBSERVATION_PATHS.observations, { areaId }]
          : [OBSERVATION_PATHS.linkObservations, { token }]
      return send('POST', path, { ...way, ...report, minutesAgo }, AbortSignal.timeout(SEND_TIMEOUT_MS))
    },
    receipt: (reportId, signal) => get(pathTo(OBSERVATION_PATHS.receipt, { reportId }), signal),
  }
}
