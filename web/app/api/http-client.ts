import { failureOf } from './problem.ts'

export interface HttpClientDeps {
  readonly fetch: typeof fetch
  /** Called for every 401, before the caller gets the error. */
  readonly onUnauthenticated?: () => void
  /** Waits; replaced in tests. */
  readonly wait?: (ms: number) => Promise<void>
}

/** Requests to a busy server are repeated, up to this delay and this often, before the person is shown the failure. */
const MAX_RETRY_SECONDS = 2
const MAX_ATTEMPTS = 4

/** Sends requests: gives the response's JSON, or throws RequestFailed (TypeError when offline). */
export interface HttpClient {
  get<T>(path: string, signal?: AbortSignal): Promise<T>
  /** The same with the entity tag of what was read, for `if-match`. */
  getTagged<T>(path: string, signal?: AbortSignal): Promise<{ readonly body: T; readonly tag: string }>
  /** Sends JSON. A response without content is null. */
  send<T>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    signal?: AbortSignal,
    /** Besides the content type: `if-match` with a revision. */
    headers?: Readonly<Record<string, string>>,
  ): Promise<T>
  /** Sends a form with a file. */
  upload<T>(path: string, form: FormData, signal?: AbortSignal): Promise<T>
}

/** A client of the server that served the page. */
export function createHttpClient({ fetch, onUnauthenticated, wait = delay }: HttpClientDeps): HttpClient {
  const fetchWithRetry = async (path: string, init: RequestInit, attempt = 1): Promise<Response> => {
    const response = await fetch(path, init)
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    const soon = response.status === 503 && seconds <= MAX_RETRY_SECONDS
    if (!soon || attempt === MAX_ATTEMPTS || (init.method ?? 'GET') !== 'GET') return response
    await wait(seconds * 1000)
    init.signal?.throwIfAborted()
    return fetchWithRetry(path, init, attempt + 1)
  }
  const accepted = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await fetchWithRetry(path, init)
    if (response.status === 401) onUnauthenticated?.()
    if (!response.ok) throw await failureOf(response)
    return response
  }
  const http = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await accepted(path, init)
    return (response.status === 204 ? null : await response.json()) as T
  }
  const withSignal = (signal?: AbortSignal) => (signal === undefined ? {} : { signal })
  return {
    get: (path, signal) => http(path, withSignal(signal)),
    async getTagged(path, signal) {
      const response = await accepted(path, withSignal(signal))
      return { body: await response.json(), tag: response.headers.get('etag') ?? '*' }
    },
    upload: (path, form, signal) => http(path, { method: 'POST', body: form, ...withSignal(signal) }),
    send: (method, path, body, signal, headers = {}) =>
      http(path, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...withSignal(signal),
      }),
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms))
}
