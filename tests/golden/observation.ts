import { hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { normalise } from './normalise.ts'
import { type GoldenRequest, type RawResponse, send } from './raw-request.ts'

/** One line of a recording. */
export interface Observation {
  readonly kind: string
  /** Unlike that of any other observation of its kind. */
  readonly key: string
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  /** Length and SHA-256 of the body after normalisation; a body in text is kept itself up to a limit. */
  readonly bytes: number
  readonly sha256: string
  readonly body?: string
}

const MAX_KEPT_BYTES = 64 * 1024

/** Observes requests to one server. @returns the response as it came */
export type Observe = (kind: string, key: string, request: GoldenRequest) => Promise<RawResponse>

/** A recording in a file, one observation a line in the order in which they were made. */
export function openRecording(file: string) {
  const out = createWriteStream(file)
  const counts = new Map<string, number>()

  function add(observation: Observation): void {
    const { kind } = observation
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    out.write(`${JSON.stringify(observation)}\n`)
  }

  return {
    counts: counts as ReadonlyMap<string, number>,
    on:
      (port: number): Observe =>
      async (kind, key, request) => {
        const response = await send(port, request)
        add(observationOf(kind, key, response))
        return response
      },
    async close() {
      out.end()
      await once(out, 'finish')
    },
  }
}

export type Recording = ReturnType<typeof openRecording>

function observationOf(kind: string, key: string, response: RawResponse): Observation {
  const { headers, bytes, text } = normalise(response)
  const sorted = Object.entries(headers).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    kind,
    key,
    status: response.status,
    headers: Object.fromEntries(sorted),
    bytes: bytes.length,
    sha256: hash('sha256', bytes),
    ...(text !== null && bytes.length <= MAX_KEPT_BYTES ? { body: text } : {}),
  }
}
