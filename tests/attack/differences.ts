import type { Json } from '../support/serving/api-client.ts'
import type { Question } from './questions.ts'

/** A request and the planner's response: status, ETag and body. */
export interface Exchange {
  readonly question: Question
  readonly status: number
  readonly etag: string | null
  readonly body: string
}

/** More lines do not help in reading a failure. */
const MAX_LINES = 20

/** Differences between two servers' responses: each field, the number of responses, and an example. */
export function differences(one: readonly Exchange[], other: readonly Exchange[]): readonly string[] {
  const found = new Map<string, { count: number; readonly example: string }>()
  const questions = one.length === other.length ? [] : [`${one.length} ≠ ${other.length} questions`]
  for (const [k, { question }] of one.entries()) {
    const fields = new Map<string, string>()
    collect(parsed(one[k]), parsed(other[k]), question.path.split(/[?/]/)[2]!, fields)
    for (const [field, what] of fields) {
      const example = `${what} of ${question.path} ${JSON.stringify(question.body) ?? ''}`.slice(0, 200)
      found.set(field, { count: (found.get(field)?.count ?? 0) + 1, example })
    }
  }
  const lines = [...found].map(([field, { count, example }]) => `${count} × ${field}: ${example}`)
  return [...questions, ...lines].slice(0, MAX_LINES)
}

/** A response without the version of a layer, which identifies its database. */
export function withoutVersion({ body, ...rest }: Exchange): Exchange {
  return {
    ...rest,
    body: body.replaceAll(/"(version)":"[^"]{32,}"/g, '"$1":""'),
  }
}

/** The parsed JSON, so that differing numbers are visible. */
function parsed(answered: Exchange | undefined): Json {
  if (answered === undefined) return null
  const { body, ...rest } = answered
  return { ...rest, body: /^[[{]/.test(body) ? JSON.parse(body) : body }
}

function collect(one: Json, other: Json, at: string, fields: Map<string, string>): void {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    if (one !== other) fields.set(at, `${short(one)} ≠ ${short(other)}`)
    return
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)]))
    collect(one[key], other[key], Array.isArray(one) ? `${at}[]` : `${at}.${key}`, fields)
}

const short = (value: unknown) => (JSON.stringify(value) as string | undefined)?.slice(0, 60)
