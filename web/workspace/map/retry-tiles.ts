import type { Session } from '../../app/session.ts'
import type { MapState } from '../../map/map-state.ts'

/** Delays of automatic retries, before the failure is shown. */
const RETRY_MS = [800, 1600, 3000] as const
/** Time without failures after which the retries start over. */
const CALM_MS = 20_000

interface Failures {
  note(error: object): void
  stop(): void
}

/** Handles failed tiles: reports an ended session, retries a busy server, ignores layers not drawn at a zoom. */
export function retryTiles(mapState: MapState, session: Pick<Session, 'noteUnauthenticated'>): Failures {
  let attempts = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  let calm: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    waiting = undefined
    mapState.retryTiles()
  }
  return {
    note: (error) => {
      const status = 'status' in error ? error.status : null
      if (status === null) return
      // Cells are too small for the zoom; other refusals are shown by the panel, which sends the same query.
      if (status === 400) return
      if (status === 401) return session.noteUnauthenticated()
      const delayMs = status === 503 ? RETRY_MS[attempts] : undefined
      if (waiting !== undefined) return
      if (delayMs === undefined) {
        mapState.tilesFailing.value = true
        return
      }
      attempts += 1
      waiting = setTimeout(again, delayMs)
      clearTimeout(calm)
      calm = setTimeout(() => (attempts = 0), CALM_MS)
    },
    stop: () => {
      clearTimeout(waiting)
      clearTimeout(calm)
    },
  }
}
