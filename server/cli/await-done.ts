import { setTimeout as pause } from 'node:timers/promises'
import type { ApiInput } from '../platform/http/call-api.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import type { Session } from './session.ts'

const IN_PROGRESS = 202

/** The JSON of an endpoint whose work may take longer than a request: asks again while it is in progress. */
export async function awaitDone<T>(
  session: Session,
  endpoint: Endpoint,
  input: ApiInput & { readonly signal: AbortSignal },
): Promise<T> {
  for (;;) {
    const response = await session.call(endpoint, input)
    if (response.status !== IN_PROGRESS) return (await response.json()) as T
    await pause(Number(response.headers.get('retry-after') ?? 1) * 1000, null, { signal: input.signal })
  }
}
