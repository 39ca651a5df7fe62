import type { Request, RequestHandler, Response } from 'express'
import { DomainError } from '../../engine/errors.ts'
import { ANONYMOUS } from '../access/principal.ts'
import type { Guard } from '../access/guard.ts'
import type { EndpointResponse } from './endpoint-response.ts'
import type { BaseUrlOf } from './base-url.ts'
import type { Authenticator } from './authenticator.ts'
import type { Endpoint } from './endpoint.ts'
import { parseJsonBody } from './json-body.ts'
import { readUpload } from './multipart.ts'
import { onceClosed } from './once-closed.ts'
import { withLinks } from './page-links.ts'
import type { Perform, RawCall } from './perform.ts'
import type { Route } from './route.ts'
import { send } from './send.ts'
import { whileAdmitted } from './while-admitted.ts'

/** What the handlers of all routes need. */
interface HandlerDeps {
  readonly authenticator: Authenticator
  readonly guard: Pick<Guard, 'admit'>
  readonly perform: Perform
  readonly baseUrlOf: BaseUrlOf
}

/** The Express handler of a route. */
export function toHandler(
  route: Route,
  { authenticator, guard, perform, baseUrlOf }: HandlerDeps,
): RequestHandler {
  const { endpoint: contract } = route
  return async (request, response) => {
    const cancel = cancellation(request, response, contract.deadlineMs)
    const stillMay = async () => guard.admit(await authenticator.resolve(request), contract)
    const upload: RawCall['upload'] = (known, stillOpen) =>
      readUpload(request, known, async () => {
        try {
          await stillMay()
          stillOpen()
        } catch (error) {
          // The rest of the body is not read.
          response.shouldKeepAlive = false
          throw error
        }
      })
    const work = async () =>
      perform(route, {
        principal: contract.authenticates
          ? await authenticator.resolve(request)
          : (authenticator.known(request) ?? ANONYMOUS),
        params: { ...request.params },
        query: request.query,
        ifMatch: request.headers['if-match'],
        json: () => parseJsonBody(request, response.locals.body),
        upload,
        request,
        signal: cancel.signal,
      })
    try {
      const given = await untilAborted(work(), cancel.signal)
      const reply = withLinks(given, baseUrlOf(request) + request.originalUrl)
      await send(request, response, endingWith(stillMay, unlessSaid(keptOut(contract), reply)))
    } catch (error) {
      if (!cancel.gone()) throw error
    } finally {
      cancel.stop()
    }
  }
}

/** Ends a stream when its caller loses access. */
function endingWith(stillMay: () => Promise<void>, reply: EndpointResponse): EndpointResponse {
  const { body } = reply
  if (body.kind !== 'stream') return reply
  return { ...reply, body: { kind: 'stream', chunks: whileAdmitted(body.chunks, stillMay) } }
}

/** Responses that are not public are `no-store`, unless the handler sets its own caching. */
function keptOut({ access }: Endpoint): EndpointResponse['headers'] {
  return access === 'anyone' ? {} : { 'Cache-Control': 'no-store' }
}

function unlessSaid(headers: EndpointResponse['headers'], reply: EndpointResponse): EndpointResponse {
  return { ...reply, headers: { ...headers, ...reply.headers } }
}

/** One signal that aborts when the client has disconnected or the deadline has passed. */
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

/** The outcome of the work, or the signal's reason when it aborts first. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
