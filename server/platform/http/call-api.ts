import type { Endpoint } from './endpoint.ts'

/** What is asked of an endpoint, as text and JSON: its contract parses it, wherever it is answered. */
export interface ApiInput {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Of an endpoint that takes a file. */
  readonly upload?: FileToSend
  readonly signal?: AbortSignal
}

/** A file and the text fields that go before it. */
export interface FileToSend {
  readonly fields: Readonly<Record<string, string>>
  readonly fileName: string
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/**
 * Asks an endpoint of the API as the operator: the server that runs, or the same handler in this process.
 *
 * @throws DomainError with the code and words of the endpoint's refusal
 */
export type CallApi = (endpoint: Endpoint, input?: ApiInput) => Promise<Response>
