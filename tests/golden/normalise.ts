import type { RawResponse } from './raw-request.ts'

/** Rules for what differs between two runs of the same code, each as narrow as possible. */
const TEXT_RULES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // A random beginning and a count of all requests, polls among them.
  [/"requestId":"[\w-]+"/g, '"requestId":"…"'],
  // The database's own clock.
  [/"(startedAt|finishedAt)":"[^"]+"/g, '"$1":"…"'],
  // The last uses of keys are written once a minute by the clock on the wall: it may be before a response or after it.
  [/"lastUsedAt":(?:null|"[^"]+")/g, '"lastUsedAt":"…"'],
  // Milliseconds since the snapshot was last found to be current.
  [/"lagMs":[\d.e+-]+/g, '"lagMs":0'],
]

const METRICS_TYPE = 'text/plain; version=0.0.4'

/** Of a metrics page only which metrics there are, and the labels of the product's own: their values are measurements. */
function metricNames(text: string): string {
  const names = text.split('\n').flatMap((line) => {
    if (line.startsWith('#')) return [line]
    const [, name, labels = ''] = /^(lagesbild_\w+)(?:\{(.*)\})?/.exec(line) ?? []
    return name === undefined
      ? []
      : [`${name} ${[...labels.matchAll(/(\w+)="/g)].map(([, label]) => label).join(',')}`]
  })
  return [...new Set(names)].join('\n')
}

const isText = (type: string) => /json|^text\/|xml|javascript/.test(type)

export interface Normalised {
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly bytes: Buffer
  /** Null for what is not text, or compressed. */
  readonly text: string | null
}

/** A response without the parts that differ between two runs of the same code. */
export function normalise({ headers, bytes }: RawResponse): Normalised {
  const { date: _, ...given } = headers
  const kept: Record<string, string | readonly string[]> = given
  if (kept['x-request-id'] !== undefined) kept['x-request-id'] = '…'
  // Which limits count a request; how much is left of them, and for how long, goes by the clock on the wall.
  const { ratelimit, 'ratelimit-policy': policy } = kept
  if (typeof ratelimit === 'string') kept.ratelimit = ratelimit.replace(/\b[rt]=\d+/g, '…')
  // Whom it counts for: the address, where a session was forgotten just before; on PostGIS that is a matter of polls.
  if (typeof policy === 'string') kept['ratelimit-policy'] = policy.replace(/pk=:[^:]+:/g, 'pk=:…:')
  const type = String(headers['content-type'] ?? '')
  const isMetrics = type.startsWith(METRICS_TYPE)
  // Holds a request id, or measurements, and so has another length each time.
  if (isMetrics || type.startsWith('application/problem+json')) delete kept['content-length']
  // To HEAD: the length of a body that is not there to be normalised.
  if (bytes.length === 0 && Number(kept['content-length']) > 0) kept['content-length'] = '…'
  if (!isText(type) || headers['content-encoding'] !== undefined) return { headers: kept, bytes, text: null }
  const original = bytes.toString()
  const text = isMetrics ? metricNames(original) : withoutRunValues(original)
  if (text === original) return { headers: kept, bytes, text }
  delete kept['content-length']
  return { headers: kept, bytes: Buffer.from(text), text }
}

const withoutRunValues = (given: string) =>
  TEXT_RULES.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), given)
