import type { Session } from '../../app/session.ts'
import type { MapState } from '../../map/map-state.ts'

/** A busy server is asked again by itself, after so long and so often, before the person is told. */
const RETRY_MS = [800, 1600, 3000] as const
/** After so long without a failure the count begins anew. */
const CALM_MS = 20_000

interface Failures {
  note(error: object): void
  stop(): void
}

/**
 * What becomes of tiles that could not be fetched: a session that ended is told, a busy server is asked again,
 * what is not drawn at a zoom is no failure.
 */
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
      // Cells too small for the zoom; whatever else cannot be asked is told by the panel, which asks the same.
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
