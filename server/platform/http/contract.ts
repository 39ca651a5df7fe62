import { z } from 'zod'
import type { ErrorCode } from '../../engine/errors.ts'

export type { ErrorCode, FieldProblem } from '../../engine/errors.ts'

/** The status of every code: the one table from refusals to HTTP. `satisfies` keeps it complete. */
export const STATUS_BY_CODE = {
  'invalid-parameter': 400,
  'invalid-body': 400,
  'invalid-geometry': 422,
  'invalid-mapping': 422,
  'invalid-file': 422,
  'invalid-setting': 500,
  unauthenticated: 401,
  'not-found': 404,
  gone: 410,
  forbidden: 403,
  'second-person': 403,
  conflict: 409,
  'precondition-failed': 412,
  'precondition-required': 428,
  'too-large': 413,
  'unsupported-media-type': 415,
  unprocessable: 422,
  'rate-limited': 429,
  busy: 503,
  'deadline-exceeded': 503,
  'demo-refused': 403,
  'database-unavailable': 503,
  'disk-full': 503,
} as const satisfies Record<ErrorCode, number>

/** Codes that only HTTP itself produces. */
export const TRANSPORT_STATUS = { 'method-not-allowed': 405, internal: 500 } as const

/** Stable code of a refusal. */
export type ProblemCode = ErrorCode | keyof typeof TRANSPORT_STATUS

const CODES = [...Object.keys(STATUS_BY_CODE), ...Object.keys(TRANSPORT_STATUS)] as ProblemCode[]

/** The body of every refusal: RFC 9457, media type `application/problem+json`. */
export const problemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    code: z.enum(CODES).meta({ description: 'Stable; programs go by it.' }),
    detail: z.string().optional(),
    problems: z
      .array(
        z.strictObject({
          field: z.string(),
          value: z.unknown().optional().meta({ description: 'What was given, shortened.' }),
          rule: z.string(),
        }),
      )
      .meta({ description: 'Every offending field; empty when none is to blame.' }),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.output<typeof problemSchema>
