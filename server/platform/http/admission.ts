import type { RequestHandler } from 'express'
import type { Endpoint } from './endpoint.ts'
import { DomainError } from '../../engine/errors.ts'
import { onceClosed } from './once-closed.ts'

/** How many calls of each kind may be under way at once; the next one is told to come back. */
export interface AdmissionLimits {
  /** That compute much: a few times the number of workers, so that none waits for more than a few others. */
  readonly heavy: number
  /** That change something. */
  readonly writes: number
  /** That bring a file. */
  readonly uploads: number
  readonly reads: number
  /** Bytes of answers that are all said and wait for their callers; 256 MB unless given. */
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
 * Refuses with `busy` and a Retry-After when as many calls of a kind are under way as may be. A short queue is the
 * point: whoever is let in is answered in a few times what a call takes alone, instead of everybody waiting for ever.
 */
export function createAdmission(limits: AdmissionLimits): (endpoint: Endpoint) => RequestHandler {
  const { pendingBytes = MAX_PENDING_BYTES } = limits
  const inFlight: Record<Kind, number> = { heavy: 0, writes: 0, uploads: 0, reads: 0 }
  let pending = 0
  return (endpoint) => {
    // What is answered without the database is answered whoever else is being answered: whether this process lives.
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
      // Once all is said the work is done: while memory lasts, how slowly a caller takes his answer costs the others no place.
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
