import type { ApiInput } from '../platform/http/call-api.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import type { Output } from './command.ts'
import type { Session } from './session.ts'

/**
 * The JSON that an endpoint answers, of the type that its contract says.
 *
 * @throws DomainError with the code and words of its refusal
 */
export async function callJson<T>(
  { call }: Pick<Session, 'call'>,
  endpoint: Endpoint,
  input?: ApiInput,
): Promise<T> {
  return (await (await call(endpoint, input)).json()) as T
}

/** Writes a text as it comes. */
export async function printText(response: Response, out: Output): Promise<void> {
  const text = response.body!.pipeThrough(new TextDecoderStream())
  for await (const piece of text) out.write(piece)
}
