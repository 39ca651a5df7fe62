import type { RequestHandler } from 'express'
import type { Endpoint } from './endpoint.ts'
import { DomainError } from '../../engine/errors.ts'
import { onceClosed } from './once-closed.ts'

/** How many calls of each kind may be in flight at once; further ones are refused as `busy`. */
export interface AdmissionLimits {
  /** Calls that compute much: a few for each worker, so that each waits for few others. */
  readonly heavy: number
  /** Calls that change something. */
  readonly writes: number
  /** Calls that upload a file. */
  readonly uploads: number
  readonly reads: number
  /** Bytes of finished responses that wait for slow clients; 256 MB unless given. */
  readonly pendingBytes?: number
}

type Kind = Exclude<keyof AdmissionLimits, 'pendingBytes'>

const MAX_PENDING_BYTES = 256 * 2 ** 20

/** For one worker thread; see `admissionFor`. */
const HEAVY_A_WORKER = 3
const RETRY_AFTER_SECONDS = 1

/** Limits for a number of workers and a kind of database: the embedded one writes one transaction at a time. */
export function admissionFor({
  workers,
  embedded,
}: {
  readonly workers: number
  readonly embedded: boolean
}): AdmissionLimits {
  return { heavy: HEAVY_A_WORKER * workers, writes: embedded ? 3 : 8, uploads: 4, reads: 6 }
}

/**
 * Refuses with `busy` and a Retry-After when the limit of calls in flight of a kind is reached. A short queue keeps
 * the response time of admitted calls within a few times that of one call alone.
 */
export function createAdmission(limits: AdmissionLimits): (endpoint: Endpoint) => RequestHandler {
  const { pendingBytes = MAX_PENDING_BYTES } = limits
  const inFlight: Record<Kind, number> = { heavy: 0, writes: 0, uploads: 0, reads: 0 }
  let pending = 0
  return (endpoint) => {
    // Probes of liveness need no database and are always admitted.
    if (!endpoint.authenticates) return (_request, _response, next) => next()
    const kind = kindOf(endpoint)
    return (request, response, next) => {
      if (inFlight[kind] >= limits[kind]) {
        const message = 'The service has its hands full; try again in a moment.'
        return next(new DomainError('busy', message, { retryAfterSeconds: RETRY_AFTER_SECONDS }))
      }
      inFlight[kind]++
      let leave = () => {
        leave = () => {}
        inFlight[kind]--
      }
      // A finished response frees its slot: a slow client costs memory, within `pendingBytes`, but no slot.
      const onSaid = () => {
        const bytes = response.writableLength
        if (pending + bytes > pendingBytes) return
        pending += bytes
        onceClosed(request, response, () => (pending -= bytes))
        leave()
      }
      response.once('prefinish', onSaid)
      onceClosed(request, response, () => {
        response.off('prefinish', onSaid)
        leave()
      })
      next()
    }
  }
}

function kindOf({ heavy, method, bodyType }: Endpoint): Kind {
  if (bodyType === 'multipart') return 'uploads'
  if (heavy) return 'heavy'
  return method === 'get' ? 'reads' : 'writes'
}
