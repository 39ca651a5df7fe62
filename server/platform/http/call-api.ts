import type { Endpoint } from './endpoint.ts'

/** Input of an endpoint as text and JSON, before its contract parses it. */
export interface ApiInput {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** For an endpoint that takes a file. */
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
 * Calls an endpoint of the API as the operator: on the running server, or by the same handler in this process.
 *
 * @throws DomainError with the code and message of the endpoint's refusal
 */
export type CallApi = (endpoint: Endpoint, input?: ApiInput) => Promise<Response>
