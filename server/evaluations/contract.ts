import { z } from 'zod'
import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { PLACEBO_STEPS } from '../engine/units/placebo-places.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { dateField, idParams } from '../platform/http/fields/text-fields.ts'
import { impersonalText } from '../platform/personal-data/impersonal-text.ts'
import { audienceField } from '../work/index.ts'
import { EVALUATION_STATES } from './evaluation.ts'
import { EVALUATION_PATHS } from './paths.ts'

const groups = CATEGORY_GROUPS.map(({ code }) => code)
const groupField = z
  .enum(groups, `one of ${groups.join(', ')}`)
  .meta({ description: 'A group of categories.' })
const days = z.strictObject({ from: z.string(), to: z.string() })
const interval = z.strictObject({ low: z.number(), high: z.number() })
const counts = z.strictObject({ before: z.number(), after: z.number() })
const etag = { ETag: 'The revision in quotes, for If-Match.' }

const comparison = z
  .strictObject({
    difference: z.number(),
    ratio: z
      .number()
      .meta({ description: 'How many times what the change of comparable places would have left.' }),
    interval: interval.meta({
      description: '95 % interval of the ratio, from the comparable places’ own spread.',
    }),
    p: z.number(),
    median: z.number(),
    between: z.number(),
    critical: z.number(),
    detectable: z
      .number()
      .nullable()
      .meta({ description: 'Smallest fall, 0–1, that would be found four times in five.' }),
  })
  .meta({ id: 'PlaceboComparison' })

const published = z
  .strictObject({
    control: z.strictObject({ site: counts, ring: counts }).meta({
      description: 'The placebo whose baseline is nearest the site’s, with its ring.',
    }),
    difference: z
      .strictObject({ difference: z.number(), standardError: z.number(), z: z.number(), interval })
      .meta({ description: 'Weighted displacement difference (Wheeler & Ratcliffe 2018).' }),
    effect: z.strictObject({ ratio: z.number(), interval }).nullable().meta({
      description: 'Relative effect size (Welsh & Farrington 2009), above 1 where it fared better.',
    }),
    quotient: z.number().nullable().meta({
      description: 'Weighted displacement quotient (Bowers & Johnson 2003); null without improvement.',
    }),
  })
  .meta({ id: 'PublishedFormulas' })

const conclusion = z
  .enum(['fell-more', 'rose-more', 'not-told-apart', 'too-few', 'no-comparable-places'])
  .meta({ description: 'What became of the place, beside all comparable places without the measure.' })

const figures = z
  .strictObject({
    counts: z.strictObject({ site: counts, ring: counts }),
    comparison: z
      .strictObject({
        step: z.union(PLACEBO_STEPS.map((step) => z.literal(step))).meta({
          description:
            'How like the site they are: 1 within a factor of 3, 2 at least a tenth as busy, 3 at least 30.',
        }),
        placebos: z.int(),
        disjoint: z.int(),
        site: comparison,
        ring: comparison,
        both: comparison,
        published: published.optional().meta({
          description:
            'The formulas of other studies, with one control; nothing is concluded from them. Absent from older evaluations.',
        }),
        band: z.array(interval).readonly().optional().meta({
          description:
            'One a step of the series: where nine of ten comparable places would lie at its level.',
        }),
      })
      .nullable(),
    cells: z.strictObject({ site: z.int(), ring: z.int() }),
    ringMetres: z.number(),
    series: z.array(z.strictObject({ ...days.shape, site: z.number(), ring: z.number() })),
    cutAt: z.iso.datetime(),
    sha256: z.string(),
  })
  .meta({ id: 'EvaluationFigures' })

const evaluation = z
  .strictObject({
    id: z.int(),
    measureId: z.int(),
    areaId: z.int(),
    group: groupField,
    after: days,
    before: z.array(days),
    conclusion,
    audience: audienceField,
    state: z.enum(EVALUATION_STATES),
    learnt: z.string().nullable(),
    figures: figures
      .nullable()
      .meta({ description: 'For staff; null for parties and readers, who read the conclusion.' }),
    withheld: z.array(z.string()).meta({
      description:
        'Titles of the counted sources that are not open to your board: because of them there are no figures.',
    }),
    revision: z.int(),
    changed: z.strictObject({ at: z.iso.datetime(), name: z.string().nullable() }),
  })
  .meta({ id: 'Evaluation' })
export type EvaluationResponse = z.output<typeof evaluation>

/** A conclusion as everybody reads it on the city's page: words and months, never counts. */
export const publicConclusion = z.strictObject({
  measureId: z.int(),
  group: z.enum(groups),
  after: days,
  before: z.array(days),
  conclusion,
  state: z.enum(EVALUATION_STATES),
  learnt: z.string().nullable(),
})
export type PublicConclusion = z.output<typeof publicConclusion>

const tag = 'evaluations'

export const listEvaluations = defineEndpoint({
  id: 'listEvaluations',
  method: 'get',
  path: EVALUATION_PATHS.evaluations,
  tag,
  access: 'evaluations.read',
  summary: 'What became of measures, the newest first',
  query: z.strictObject({
    area: z
      .string('an area id')
      .regex(/^[1-9]\d{0,8}$/, 'an area id')
      .transform(Number)
      .optional()
      .meta({ description: 'Only those of this place or district.' }),
  }),
  responses: { 200: json('Evaluations.', z.strictObject({ items: z.array(evaluation) })) },
})

export const createEvaluation = defineEndpoint({
  id: 'createEvaluation',
  method: 'post',
  path: EVALUATION_PATHS.measureEvaluations,
  tag,
  access: 'evaluations.write',
  resource: 'measures.read',
  closedIn: ['maintenance'],
  summary: 'Follow a measure up: compute and keep what became of its area',
  description:
    'Twelve whole months after the measure (three at least) beside the same months of two years before it, judged by every comparable place without a measure. From the figures that planners and coordinators are told, so that everybody who may read it reads the same.',
  params: idParams,
  body: z.strictObject({
    group: groupField,
    carriedOutBy: dateField.nullable().default(null).meta({
      description: 'Last day of carrying it out; its months are left out. Null: the day on which it began.',
    }),
  }),
  responses: { 201: { ...json('Computed.', evaluation), headers: { ...etag, Location: 'Its path.' } } },
  errors: ['unprocessable', 'invalid-geometry', 'conflict'],
  deadlineMs: 60_000,
  heavy: true,
})

export const getDetectableChange = defineEndpoint({
  id: 'getDetectableChange',
  method: 'get',
  path: EVALUATION_PATHS.measurePower,
  tag,
  access: 'evaluations.write',
  resource: 'measures.read',
  summary: 'What could be told of a measure, before it is decided',
  params: idParams,
  query: z.strictObject({ group: groupField }),
  responses: {
    200: json(
      'From the last three closed years.',
      z.strictObject({
        conclusion,
        before: z.number().meta({ description: 'Incidents of the two years that a baseline would hold.' }),
        detectable: z.number().nullable(),
        placebos: z.int(),
      }),
    ),
  },
  errors: ['unprocessable', 'invalid-geometry', 'conflict'],
  deadlineMs: 60_000,
  heavy: true,
})

export const changeEvaluation = defineEndpoint({
  id: 'changeEvaluation',
  method: 'patch',
  path: EVALUATION_PATHS.evaluation,
  tag,
  access: 'evaluations.write',
  resource: 'evaluations.read',
  closedIn: ['maintenance'],
  summary: 'Say what was learnt, and whether the measure goes on, changes or ends',
  params: idParams,
  body: z
    .strictObject({
      state: z.enum(EVALUATION_STATES, `one of ${EVALUATION_STATES.join(', ')}`),
      learnt: impersonalText(600).nullable(),
      audience: audienceField,
    })
    .partial()
    .refine((patch) => Object.keys(patch).length > 0, 'at least one field to change'),
  ifMatch: 'required',
  responses: { 200: { ...json('Changed.', evaluation), headers: etag } },
})

export const verifyEvaluation = defineEndpoint({
  id: 'verifyEvaluation',
  method: 'get',
  path: EVALUATION_PATHS.evaluationVerification,
  tag,
  access: 'evaluations.write',
  resource: 'evaluations.read',
  summary: 'Compute an evaluation again as of its version, and compare the bytes',
  params: idParams,
  responses: {
    200: json(
      'Whether it agrees.',
      z.strictObject({
        agrees: z.boolean(),
        basis: z.enum(['whole', 'other-method', 'not-kept']),
        storedSha256: z.string(),
        recomputedSha256: z.string().nullable(),
      }),
    ),
  },
  deadlineMs: 60_000,
  heavy: true,
})
