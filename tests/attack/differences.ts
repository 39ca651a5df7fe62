import type { Json } from '../support/serving/api-client.ts'
import type { Question } from './questions.ts'

/** A question and what a planner is told: status, ETag and body. */
export interface Exchange {
  readonly question: Question
  readonly status: number
  readonly etag: string | null
  readonly body: string
}

/** More of them help nobody who reads a failure. */
const MAX_LINES = 20

/** What two servers answer differently: each field, in how many answers, and one of them. */
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

/** An answer without the version of a layer, which names the database that it is of. */
export function withoutVersion({ body, ...rest }: Exchange): Exchange {
  return {
    ...rest,
    body: body.replaceAll(/"(version)":"[^"]{32,}"/g, '"$1":""'),
  }
}

/** JSON as what it says: a number that differs is easier to look into than a text that does. */
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
