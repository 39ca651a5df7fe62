import { type IncomingMessage, request as httpRequest } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DomainError } from '../engine/errors.ts'
import type { ApiInput } from '../platform/http/call-api.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { pathTo } from '../platform/http/paths.ts'
import { multipartBody } from './multipart-body.ts'
import { refusalOf } from './remote-response.ts'
import type { RemoteServer } from './session.ts'
import { languageOf } from './language.ts'
import { REFUSAL_MESSAGES } from './refusal-messages.ts'

/** `Request` wants a whole address; the server is found by its socket. */
const BASE_URL = 'http://localhost'

/** The server that takes commands at a socket. */
export function remoteServer(socketPath: string): RemoteServer {
  const request: RemoteServer['request'] = async (path, init = {}) => {
    try {
      return responseOf(await exchange(socketPath, path, init))
    } catch (cause) {
      init.signal?.throwIfAborted()
      if (cause instanceof DomainError) throw cause
      throw new DomainError('database-unavailable', REFUSAL_MESSAGES.serverEnded(socketPath), { cause })
    }
  }
  return {
    kind: 'remote',
    socketPath,
    request,
    async call(endpoint, input = {}) {
      const response = await request(pathOf(endpoint, input), initOf(endpoint, input))
      if (!response.ok) throw await refusalOf(response)
      return response
    },
  }
}

function pathOf({ path }: Endpoint, { params = {}, query = {} }: ApiInput): string {
  const search = new URLSearchParams(query).toString()
  return `${pathTo(path, params)}${search === '' ? '' : `?${search}`}`
}

function initOf({ method }: Endpoint, { body, upload, signal }: ApiInput): RequestInit & { duplex?: 'half' } {
  const language = { 'Accept-Language': languageOf(process.env) }
  const init = { method: method.toUpperCase(), headers: language, ...(signal && { signal }) }
  if (upload !== undefined) {
    const form = multipartBody(upload)
    return { ...init, headers: { ...language, 'Content-Type': form.type }, body: form.body, duplex: 'half' }
  }
  if (body === undefined) return init
  return { ...init, headers: { ...language, 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}

/** Sends a request as its body comes; resolves when the response begins, however long that takes. */
function exchange(socketPath: string, path: string, init: RequestInit): Promise<IncomingMessage> {
  const { method, headers, body } = new Request(new URL(path, BASE_URL), init)
  const { signal } = init
  return new Promise((resolve, reject) => {
    const sent = httpRequest({
      socketPath,
      path,
      method,
      headers: Object.fromEntries(headers),
      ...(signal ? { signal } : {}),
    })
    sent.on('response', (message) => {
      // Whoever has the whole response need not send the rest of a file that was refused.
      message.once('close', () => sent.destroy())
      resolve(message)
    })
    sent.on('error', reject)
    if (body === null) sent.end()
    else pipeline(body, sent).catch(reject)
  })
}

function responseOf(message: IncomingMessage): Response {
  const status = message.statusCode!
  const headers = new Headers(Object.entries(message.headers) as [string, string][])
  if (status === 204) message.resume()
  const body = status === 204 ? null : (Readable.toWeb(message) as ReadableStream<Uint8Array>)
  return new Response(body, { status, headers })
}
