import { z } from 'zod'
import { boardDecision } from '../platform/http/fields/board-decision.ts'
import { areaGeometrySchema } from '../platform/http/fields/geojson.ts'
import { dateField, optionalText, textField, wholeNumber } from '../platform/http/fields/text-fields.ts'
import { PERSPECTIVES } from '../platform/perspectives.ts'
import { workEndpoints } from '../work/index.ts'
import {
  CAUSE_KINDS,
  EVIDENCE_KINDS,
  ILS_LEVELS,
  INDICATOR_KINDS,
  MEASURE_STATES,
  MEASURE_TYPES,
  MONEY_KINDS,
  MONEY_SOURCES,
  MONEY_STATES,
  PROBLEM_SUBJECTS,
} from './enumerations.ts'
import { MEASURE_PATHS } from './paths.ts'

const MAX_EVIDENCE = 20
const MAX_LINKS = 20
const idField = wholeNumber(1, 2 ** 31 - 1)
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `one of ${values.join(', ')}`)
const number = (rule: string) => z.number(rule).min(-1e9, rule).max(1e9, rule)

const evidence = z
  .array(
    z.strictObject({
      kind: oneOf(EVIDENCE_KINDS),
      text: textField(300).meta({ description: 'What it shows, in words.' }),
      reference: optionalText(300).meta({ description: 'Where it stands: a period, an id, an address.' }),
    }),
  )
  .max(MAX_EVIDENCE, `at most ${MAX_EVIDENCE}`)
  .default([])
const ids = z.array(idField).max(MAX_LINKS, `at most ${MAX_LINKS}`).default([])
const common = { tag: 'measures', read: 'measures.read', write: 'measures.write' } as const

export const problems = workEndpoints({
  ...common,
  kind: 'problem',
  name: 'Problem',
  plural: 'Problems',
  list: MEASURE_PATHS.problems,
  one: MEASURE_PATHS.problem,
  history: MEASURE_PATHS.problemHistory,
  states: ['open', 'closed'],
  fields: {
    title: textField(200),
    subject: oneOf(PROBLEM_SUBJECTS),
    where: optionalText(200).meta({ description: 'Where, in words.' }),
    when: optionalText(200).meta({ description: 'When, in words.' }),
    priority: z
      .boolean('true or false')
      .default(false)
      .meta({ description: 'At most three of an area are.' }),
    perspectives: z
      .partialRecord(oneOf(PERSPECTIVES), textField(200))
      .default({})
      .meta({ description: 'Those that matter here, with one line each.' }),
    evidence,
  },
  derived: {},
})

export type ProblemResponse = z.output<typeof problems.output>

export const causes = workEndpoints({
  ...common,
  kind: 'cause',
  name: 'Cause',
  plural: 'Causes',
  list: MEASURE_PATHS.causes,
  one: MEASURE_PATHS.cause,
  history: MEASURE_PATHS.causeHistory,
  states: ['assumed', 'supported', 'contradicted'],
  fields: {
    why: textField(300).meta({ description: 'Why here, why then.' }),
    causeKind: oneOf(CAUSE_KINDS),
    parentId: idField.nullable().default(null).meta({ description: 'The cause behind which it stands.' }),
    evidence,
    contradictedBy: optionalText(300).meta({ description: 'Asked where it is contradicted: it stays.' }),
  },
  derived: {},
})

export type CauseResponse = z.output<typeof causes.output>

const ils = z
  .strictObject({
    level: oneOf(ILS_LEVELS),
    code: textField(60),
    year: wholeNumber(2000, 2199),
  })
  .nullable()
  .default(null)

export const goals = workEndpoints({
  ...common,
  kind: 'goal',
  name: 'Goal',
  plural: 'Goals',
  list: MEASURE_PATHS.goals,
  one: MEASURE_PATHS.goal,
  history: MEASURE_PATHS.goalHistory,
  states: ['open', 'reached', 'not-reached', 'dropped'],
  fields: {
    what: textField(200),
    indicatorKind: oneOf(INDICATOR_KINDS),
    indicator: textField(200).meta({ description: 'What is counted, in which period.' }),
    baseline: number('a number').nullable().default(null),
    target: number('a number').nullable().default(null),
    unit: optionalText(40),
    ils,
  },
  derived: {
    beyondChance: z.boolean().nullable().meta({
      description:
        'Of counts: whether the target could be told from chance beside the baseline (exact, 95 %); null for anything else.',
    }),
  },
})

export type GoalResponse = z.output<typeof goals.output>

export const measures = workEndpoints({
  ...common,
  kind: 'measure',
  name: 'Measure',
  plural: 'Measures',
  list: MEASURE_PATHS.measures,
  one: MEASURE_PATHS.measure,
  history: MEASURE_PATHS.measureHistory,
  states: MEASURE_STATES,
  fields: {
    title: textField(200),
    type: oneOf(MEASURE_TYPES),
    owner: textField(120).meta({ description: 'A board, company or party that answers for it.' }),
    parties: z.array(textField(120)).max(MAX_LINKS, `at most ${MAX_LINKS}`).default([]),
    beginsOn: dateField.nullable().default(null),
    endsOn: dateField.nullable().default(null),
    causeIds: ids,
    goalIds: ids,
    targetGroup: optionalText(120),
    geometry: areaGeometrySchema.nullable().default(null),
    money: z
      .strictObject({
        amountSek: wholeNumber(0, 10_000_000_000),
        kind: oneOf(MONEY_KINDS),
        source: oneOf(MONEY_SOURCES),
        state: oneOf(MONEY_STATES),
        runningSekYearly: wholeNumber(0, 10_000_000_000).nullable().default(null),
      })
      .nullable()
      .default(null),
    decision: z
      .strictObject({ ...boardDecision.shape, caseNumber: optionalText(60) })
      .nullable()
      .default(null),
    cancelledBecause: optionalText(300),
  },
  derived: {
    late: z.boolean().meta({ description: 'Decided or going on, and its last day has passed.' }),
  },
})
export type MeasureResponse = z.output<typeof measures.output>

/** A measure as everybody reads it on the city's page: what, who, until when. */
export const publicMeasure = z.strictObject({
  id: z.int(),
  title: z.string(),
  type: z.enum(MEASURE_TYPES),
  owner: z.string(),
  parties: z.array(z.string()),
  state: z.enum(MEASURE_STATES),
  late: z.boolean(),
  beginsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  /** The board that decided it. */
  decidedBy: z.string().nullable(),
  cancelledBecause: z.string().nullable(),
  /** The place, by name; null for a whole district. */
  place: z.string().nullable(),
  /** The districts that it is in, by name. */
  districts: z.array(z.string()),
})
export type PublicMeasure = z.output<typeof publicMeasure>

type Common = 'id' | 'areaId' | 'partOf' | 'audience' | 'state' | 'dueOn' | 'revision' | 'changed'
/** The content of each kind, as it is stored. */
export type ProblemContent = Omit<ProblemResponse, Common | 'perspectives'> &
  // What was written before perspectives were asked for has none.
  Partial<Pick<ProblemResponse, 'perspectives'>>
export type CauseContent = Omit<CauseResponse, Common>
export type GoalContent = Omit<GoalResponse, Common | 'beyondChance'>
export type MeasureContent = Omit<MeasureResponse, Common | 'late'>
