import { z } from 'zod'
import { dateField, optionalText, textField, wholeNumber } from '../platform/http/fields/text-fields.ts'
import { workEndpoints } from '../work/index.ts'
import { WALK_PATHS } from './paths.ts'
import { FINDING_KINDS, WALK_LIGHTS } from './walk.ts'

const MAX_GROUPS = 30
const MAX_ROUTE = 200
const HOUR = 'an hour such as 18:30'
const idField = wholeNumber(1, 2 ** 31 - 1)
const degrees = (limit: number) => z.number('degrees').min(-limit, 'degrees').max(limit, 'degrees')
const position = z.strictObject({ lon: degrees(180), lat: degrees(90) })
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `one of ${values.join(', ')}`)
const areaName = z.string().meta({ description: 'Name of the place or district.' })

export const walks = workEndpoints({
  kind: 'walk',
  name: 'Walk',
  plural: 'Walks',
  tag: 'walks',
  list: WALK_PATHS.walks,
  one: WALK_PATHS.walk,
  history: WALK_PATHS.walkHistory,
  read: 'walks.read',
  write: 'walks.write',
  states: ['planned', 'walked'],
  fields: {
    hour: z
      .string(HOUR)
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, HOUR)
      .nullable()
      .default(null)
      .meta({ description: 'When it begins, by the city’s clock; the day is `dueOn`.' }),
    light: oneOf(WALK_LIGHTS).nullable().default(null),
    groups: z
      .array(z.strictObject({ group: textField(80), count: wholeNumber(1, 999) }))
      .max(MAX_GROUPS, `at most ${MAX_GROUPS}`)
      .default([])
      .meta({ description: 'Who took part, by group and number; never by name.' }),
    route: z.array(position).max(MAX_ROUTE, `at most ${MAX_ROUTE}`).default([]),
    preparedOn: dateField.nullable().default(null).meta({ description: 'Day of the meeting before it.' }),
    followedUpOn: dateField.nullable().default(null).meta({ description: 'Day of the meeting after it.' }),
    repeats: idField
      .nullable()
      .default(null)
      .meta({ description: 'The earlier walk whose points it repeats.' }),
  },
  derived: { areaName },
})

export type WalkResponse = z.output<typeof walks.output>

export const walkFindings = workEndpoints({
  kind: 'finding',
  name: 'WalkFinding',
  plural: 'WalkFindings',
  tag: 'walks',
  list: WALK_PATHS.walkFindings,
  one: WALK_PATHS.walkFinding,
  history: WALK_PATHS.walkFindingHistory,
  read: 'walks.read',
  write: 'walk-findings.write',
  states: ['open', 'answered', 'done'],
  fields: {
    kind: oneOf(FINDING_KINDS),
    position: position.nullable().default(null),
    text: optionalText(200),
    who: optionalText(120).meta({ description: 'The board, company or party that answers for it.' }),
    response: optionalText(300).meta({ description: 'What it says: what is done, when, or why nothing is.' }),
    repeats: idField.nullable().default(null).meta({ description: 'The finding of the earlier walk.' }),
  },
  derived: {
    areaName,
    near: z.string().nullable().meta({ description: 'The nearest name that people know.' }),
    late: z.boolean().meta({ description: 'Unanswered 30 days after the walk.' }),
  },
})

export type WalkFindingResponse = z.output<typeof walkFindings.output>
