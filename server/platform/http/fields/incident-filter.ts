import { z } from 'zod'
import {
  CATEGORIES,
  CATEGORY_GROUPS,
  categoriesOfGroup,
  categoryIndex,
} from '../../../engine/snapshot/categories.ts'
import type { FieldProblem } from '../../../engine/errors.ts'
import {
  DEFAULT_PRECISION_MASK,
  FLAGS,
  type Flag,
  PLACED_PRECISIONS,
  type Precision,
  PRECISIONS,
} from '../../../engine/snapshot/incident.ts'
import type { HourWindow, IncidentFilter } from '../../../engine/snapshot/query.ts'
import type { Zone } from '../../../engine/time/zone.ts'
import { INSTANT_RULE, parseInstant } from './instant.ts'
import { parseAs, refusal } from './invalid.ts'

/** What the reading of a query depends on besides its text. */
export interface QueryContext {
  /** IANA name of the city's zone. */
  readonly timezone: string
  readonly zone: Zone
}

const GROUPS = [...CATEGORY_GROUPS.map((group) => group.code), 'all'] as const
const HOURS_RULE = 'two whole hours 0–24 such as 18-23 (18:00 ≤ t < 23:00); 22-4 wraps midnight'
const WEEKDAYS_RULE = 'days 1–7 (Monday = 1) such as 1,2,3 or 5-7'
const SOURCE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

const text = (rule: string) => z.string(rule).max(500, 'at most 500 characters')
const listOf = (codes: readonly string[], rule: string) =>
  text(rule).refine((value) => value.split(',').every((code) => codes.includes(code)), rule)

/** The query parameters that say which incidents count. All are texts, each at most once. */
export const incidentFilterShape = {
  group: z
    .enum(GROUPS, `one of ${GROUPS.join(', ')}`)
    .optional()
    .meta({ description: 'One named group of categories; one of group or category is required.' }),
  category: listOf(
    CATEGORIES.map((c) => c.code),
    'category codes separated by commas; see /api/categories',
  )
    .optional()
    .meta({
      description: 'Category codes separated by commas; see /api/categories.',
      example: 'theft,burglary',
    }),
  from: text(INSTANT_RULE)
    .optional()
    .meta({ description: `Start of the period, included: ${INSTANT_RULE}.` }),
  to: text(INSTANT_RULE)
    .optional()
    .meta({ description: `End of the period, not included: ${INSTANT_RULE}.` }),
  hours: text(HOURS_RULE)
    .refine((value) => parseHours(value) !== undefined, HOURS_RULE)
    .optional()
    .meta({ description: `Local hours: ${HOURS_RULE}.`, example: '18-23' }),
  weekdays: text(WEEKDAYS_RULE)
    .refine((value) => parseWeekdays(value) !== undefined, WEEKDAYS_RULE)
    .optional()
    .meta({ description: `${WEEKDAYS_RULE}; a wrapped window belongs to the day on which it starts.` }),
  precision: listOf(PLACED_PRECISIONS, `one or more of ${PLACED_PRECISIONS.join(', ')}, separated by commas`)
    .optional()
    .meta({
      description: `Precisions that count, separated by commas: ${PLACED_PRECISIONS.join(', ')}; address and street unless given.`,
    }),
  flags: listOf(Object.keys(FLAGS), `one or more of ${Object.keys(FLAGS).join(', ')}, separated by commas`)
    .optional()
    .meta({
      description: `Flags that must all be set, separated by commas: ${Object.keys(FLAGS).join(', ')}.`,
    }),
  sources: text('source ids separated by commas')
    .refine((value) => value.split(',').every((id) => SOURCE_ID.test(id)), 'source ids separated by commas')
    .optional()
    .meta({ description: 'Ids of the sources that count, separated by commas; all unless given.' }),
} as const

const incidentFilterParameters = z.strictObject(incidentFilterShape)
type FilterParameters = z.output<typeof incidentFilterParameters>

/**
 * Which incidents count, from query parameters. Unknown, repeated and contradictory ones are refused.
 *
 * @throws DomainError `invalid-parameter` naming field, value and rule
 */
export function parseIncidentFilter(params: Record<string, unknown>, context: QueryContext): IncidentFilter {
  return toIncidentFilter(parseAs(incidentFilterParameters, params, 'invalid-parameter'), context)
}

/** The filter of parameters whose form is already checked. @throws DomainError `invalid-parameter` */
export function toIncidentFilter(params: FilterParameters, context: QueryContext): IncidentFilter {
  const problems: FieldProblem[] = []
  const fromMinute = instantOf('from', params.from, context.zone, problems)
  const toMinute = instantOf('to', params.to, context.zone, problems)
  if (fromMinute !== null && toMinute !== null && fromMinute >= toMinute)
    problems.push({ field: 'to', value: params.to, rule: 'must be after from' })
  if ((params.group === undefined) === (params.category === undefined))
    problems.push({
      field: 'group',
      value: params.group,
      rule: `exactly one of group (${GROUPS.join(', ')}) and category is required`,
    })
  if (problems.length > 0) throw refusal('invalid-parameter', problems)
  return {
    ...categoriesOf(params),
    fromMinute,
    toMinute,
    hours: params.hours === undefined ? null : parseHours(params.hours)!,
    weekdays: params.weekdays === undefined ? null : parseWeekdays(params.weekdays)!,
    precisionMask: precisionMaskOf(params.precision),
    flags: flagsOf(params.flags),
    sources: params.sources === undefined ? null : [...new Set(params.sources.split(','))].sort(),
  }
}

function instantOf(field: string, value: string | undefined, zone: Zone, problems: FieldProblem[]) {
  if (value === undefined) return null
  const minute = parseInstant(value, zone)
  if (minute === null) problems.push({ field, value, rule: INSTANT_RULE })
  return minute
}

function categoriesOf(params: FilterParameters): Pick<IncidentFilter, 'categories' | 'categoriesLabel'> {
  if (params.category !== undefined) {
    const indexes = new Set(params.category.split(',').map((code) => categoryIndex(code)!))
    const categories = [...indexes].sort((a, b) => a - b)
    const codes = categories.map((index) => CATEGORIES[index]!.code)
    return { categories, categoriesLabel: `category:${codes.join(',')}` }
  }
  const group = params.group!
  const categories = group === 'all' ? CATEGORIES.map((_, index) => index) : categoriesOfGroup(group)
  return { categories, categoriesLabel: `group:${group}` }
}

/** The window of `18-23`; null when it is the whole day, undefined when the text is no window. */
function parseHours(value: string): HourWindow | null | undefined {
  const parts = /^(\d{1,2})-(\d{1,2})$/.exec(value)
  if (parts === null) return undefined
  const [startHour, lastHour] = [Number(parts[1]), Number(parts[2])]
  if (startHour > 23 || lastHour > 24 || startHour === lastHour) return undefined
  const endHour = lastHour === 0 ? 24 : lastHour
  return startHour === 0 && endHour === 24 ? null : { startHour, endHour }
}

/** The days of `1,2,5-7`, ascending; null when they are all, undefined when the text is no list of days. */
function parseWeekdays(value: string): readonly number[] | null | undefined {
  const days = new Set<number>()
  for (const part of value.split(',')) {
    const range = /^([1-7])(?:-([1-7]))?$/.exec(part)
    if (range === null) return undefined
    const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])]
    if (first > last) return undefined
    for (let day = first; day <= last; day++) days.add(day)
  }
  return days.size === 7 ? null : [...days].sort((a, b) => a - b)
}

function precisionMaskOf(value: string | undefined): number {
  if (value === undefined) return DEFAULT_PRECISION_MASK
  return value.split(',').reduce((mask, code) => mask | (1 << PRECISIONS.indexOf(code as Precision)), 0)
}

function flagsOf(value: string | undefined): number {
  if (value === undefined) return 0
  return value.split(',').reduce((bits, flag) => bits | FLAGS[flag as Flag], 0)
}
