import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { parseAs } from './fields/invalid.ts'
import type { Audience } from '../access/audience.ts'
import { admit, ANONYMOUS, type Caller } from '../access/caller.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Answer } from './answer.ts'
import type { CallAudit } from '../audit/audited.ts'
import type { TakenBody } from './body-intake.ts'
import type { CallerSource } from './caller-source.ts'
import { revisionOf } from './if-match.ts'
import { parseJsonBody } from './json-body.ts'
import { readUpload, type Upload } from './multipart.ts'
import { onceClosed } from './once-closed.ts'
import { send } from './send.ts'
import { whileAdmitted } from './while-admitted.ts'

/** A request after its parse: every part has the type that the contract gives it. */
export interface Call<E extends Endpoint> {
  readonly params: z.output<E['params']>
  readonly query: z.output<E['query']>
  readonly body: z.output<E['body']>
  readonly caller: Caller
  /** That of the caller: what he may see. */
  readonly audience: Audience
  /** The revision of `If-Match`, null where none is given. */
  readonly revision: number | null
  /** Aborts when the caller has gone or the deadline is over. */
  readonly signal: AbortSignal
  readonly request: Request
  /** The file of a multipart body, which breaks off when its caller may no longer send it; see `readUpload`. */
  readonly upload: (known: readonly string[]) => Promise<Upload>
}

/** An endpoint with the handler that answers it. */
export interface Route {
  readonly endpoint: Endpoint
  handle(call: Call<Endpoint>): Promise<Answer> | Answer
}

/** Ties a handler to its contract: parse → handle → send. */
export function endpoint<E extends Endpoint>(
  contract: E,
  handle: (call: Call<E>) => Promise<Answer> | Answer,
): Route {
  return { endpoint: contract, handle: handle }
}

/** The Express handler of a route. */
export function toHandler(route: Route, callers: CallerSource, audit: CallAudit): RequestHandler {
  return async (request, response) => {
    const cancel = cancellation(request, response, route.endpoint.deadlineMs)
    const stillMay = async () =>
      admit(await callers.resolve(request), route.endpoint.access, route.endpoint.thing)
    const stillMaySend = () =>
      stillMay().catch((error: unknown) => {
        // Nobody listens to the rest.
        response.shouldKeepAlive = false
        throw error
      })
    const upload = (known: readonly string[]) => readUpload(request, known, stillMaySend)
    const work = async () => {
      const caller = route.endpoint.asksWho
        ? await callers.resolve(request)
        : (callers.known(request) ?? ANONYMOUS)
      admit(caller, route.endpoint.access, route.endpoint.thing)
      await audit.before(route.endpoint, caller)
      const { body } = response.locals
      const call = parseCall(route.endpoint, { request, caller, body, upload, signal: cancel.signal })
      return await audit.noted(route.endpoint, call, () => route.handle(call))
    }
    try {
      const answer = await untilAborted(work(), cancel.signal)
      await send(request, response, endingWith(stillMay, unlessSaid(keptOut(route.endpoint), answer)))
    } catch (error) {
      if (!cancel.gone()) throw error
    } finally {
      cancel.stop()
    }
  }
}

/** A stream goes on only as long as its caller may have it. */
function endingWith(stillMay: () => Promise<void>, answer: Answer): Answer {
  const { body } = answer
  if (body.kind !== 'stream') return answer
  return { ...answer, body: { kind: 'stream', chunks: whileAdmitted(body.chunks, stillMay) } }
}

/** What is not for everybody is kept by no cache on the way, unless its handler says how it may be. */
function keptOut({ access }: Endpoint): Answer['headers'] {
  return access === 'anyone' ? {} : { 'Cache-Control': 'no-store' }
}

function unlessSaid(headers: Answer['headers'], answer: Answer): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } }
}

function parseCall(
  contract: Endpoint,
  given: Pick<Call<Endpoint>, 'request' | 'caller' | 'signal' | 'upload'> & { readonly body: TakenBody },
): Call<Endpoint> {
  const { request, caller, signal, upload } = given
  const params = parseAs(contract.params, { ...request.params }, 'invalid-parameter')
  const query = parseAs(contract.query, request.query, 'invalid-parameter')
  const revision = revisionOf(request.headers['if-match'], contract.ifMatch)
  const body =
    contract.bodyType === 'json'
      ? parseAs(contract.body, parseJsonBody(request, given.body), 'invalid-body')
      : undefined
  return { params, query, body, caller, audience: caller.audience, revision, signal, request, upload }
}

/** One signal for both ends of patience: the caller has gone, or the deadline is over. */
function cancellation(request: Request, response: Response, deadlineMs: number | null) {
  const controller = new AbortController()
  let gone = false
  const onClose = () => {
    if (response.writableFinished) return
    gone = true
    controller.abort(new DomainError('deadline-exceeded', 'The caller has gone.'))
  }
  const late = new DomainError(
    'deadline-exceeded',
    'This took too long and was given up; ask for less, or again later.',
  )
  const timer = deadlineMs === null ? undefined : setTimeout(() => controller.abort(late), deadlineMs)
  const stopListening = onceClosed(request, response, onClose)
  return {
    signal: controller.signal,
    gone: () => gone,
    stop: () => {
      clearTimeout(timer)
      stopListening()
    },
  }
}

/** The outcome of some work, or the reason of the signal when that aborts first. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
