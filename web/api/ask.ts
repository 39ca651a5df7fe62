import { failureOf } from './problem.ts'

export interface AskDeps {
  readonly fetch: typeof fetch
  /** Told of every answer that asks for signing in, before the caller is. */
  readonly onUnauthenticated?: () => void
}

/** One question to the server: the answer's JSON, or RequestFailed (TypeError when offline). */
export interface Ask {
  get<T>(path: string, signal?: AbortSignal): Promise<T>
  /** Sends JSON. An answer without content is null. */
  send<T>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<T>
}

/** Questions to the server that served the page. */
export function createAsk({ fetch, onUnauthenticated }: AskDeps): Ask {
  const ask = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await fetch(path, init)
    if (response.status === 401) onUnauthenticated?.()
    if (!response.ok) throw await failureOf(response)
    return (response.status === 204 ? null : await response.json()) as T
  }
  const withSignal = (signal?: AbortSignal) => (signal === undefined ? {} : { signal })
  return {
    get: (path, signal) => ask(path, withSignal(signal)),
    send: (method, path, body, signal) =>
      ask(path, {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
        ...withSignal(signal),
      }),
  }
}
