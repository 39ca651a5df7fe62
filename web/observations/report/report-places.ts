import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { asFailure, type FailureCode } from '../../app/api/problem.ts'
import type { ReportPlaces } from './report-calls.ts'
import { useReportSite } from './report-context.ts'

interface Found {
  /** Null until they came; what came an earlier time where there is no line. */
  readonly places: ReportPlaces | null
  /** `offline` where nobody answered. */
  readonly failure: FailureCode | null
}

/** What the server settles of a link: anything else passes. */
const SETTLED: readonly FailureCode[] = ['gone', 'not-found', 'unauthenticated', 'forbidden', 'conflict']

/**
 * Where one may report, and the map of the area.
 *
 * @param token of a link, null with an account
 * @param areaId that was chosen of several; set where there is only one
 */
export function useReportPlaces(token: string | null, areaId: Signal<number | null>): Found {
  const { calls } = useReportSite()
  const found = useSignal<Found & { readonly token: string | null }>({ token, places: null, failure: null })
  const chosen = token === null ? areaId.value : null
  useEffect(() => {
    const controller = new AbortController()
    const key = `report-places:${token ?? 'account'}:${chosen ?? ''}`
    const earlier = found.peek()
    // The same list, while the map of another of its areas comes.
    const listed =
      earlier.token === token && earlier.places !== null ? { ...earlier.places, ground: null } : null
    const known = recall(key) ?? listed
    const load = async () => {
      found.value = { token, places: known, failure: null }
      try {
        const places = await calls.places(token, chosen, controller.signal)
        remember(key, places)
        found.value = { token, places, failure: null }
      } catch (error) {
        if (controller.signal.aborted) return
        const { code } = asFailure(error)
        const failure = SETTLED.includes(code) ? code : 'offline'
        found.value = { token, places: failure === 'offline' ? known : null, failure }
      }
    }
    void load()
    const onOnline = () => void load()
    window.addEventListener('online', onOnline)
    return () => {
      controller.abort()
      window.removeEventListener('online', onOnline)
    }
  }, [token, chosen])
  const { places } = found.value
  const only = token === null && places?.areas.length === 1 ? places.areas[0]!.id : null
  useEffect(() => {
    if (only !== null) areaId.value = only
  }, [only])
  return found.value
}

function recall(key: string): ReportPlaces | null {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as ReportPlaces)
  } catch {
    return null
  }
}

function remember(key: string, places: ReportPlaces): void {
  try {
    localStorage.setItem(key, JSON.stringify(places))
  } catch {
    // Full, or refused: it is asked for the next time.
  }
}
