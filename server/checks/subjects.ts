import {
  CATEGORIES,
  CATEGORY_GROUPS,
  type CategoryGroupCode,
  categoriesOfGroup,
} from '../engine/snapshot/categories.ts'
import { type UnitReader, unitStep } from '../units/index.ts'

/** Calendar units of time; the least in which something is told. */
export const TIME_UNITS = ['month', 'quarter', 'year'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

/** A group or a category that is counted. */
export interface Subject {
  readonly group: CategoryGroupCode | null
  readonly category: string | null
  /** Indexes of CATEGORIES. */
  readonly members: readonly number[]
  /** The group that it is, or is of. */
  readonly within: CategoryGroupCode | null
}

/** Sensitive categories are not counted, and so must not read as none. */
export const SUBJECTS: readonly Subject[] = [
  ...CATEGORY_GROUPS.map(({ code }) => ({
    group: code,
    category: null,
    members: categoriesOfGroup(code),
    within: code,
  })),
  ...CATEGORIES.flatMap(({ code, group, sensitive }, index) =>
    sensitive ? [] : [{ group: null, category: code, members: [index], within: group }],
  ),
]

const UNIT_OF_STEP = { 1: 'month', 3: 'quarter', 12: 'year' } as const

/** In which units of time a group is told. */
export function unitOfGroup(group: CategoryGroupCode, reader: UnitReader): TimeUnit {
  return unitOfSubject({ group }, reader)
}

/** In which units of time a subject is told. */
export function unitOfSubject({ group }: Pick<Subject, 'group'>, reader: UnitReader): TimeUnit {
  if (reader === 'analyst') return 'month'
  return UNIT_OF_STEP[unitStep({ group, ofCategories: group === null, ofParts: false })]
}

/** The units of time in which a reader is told anything; parts of the day and week are told by the year. */
export function unitsOfReader(reader: UnitReader): readonly TimeUnit[] {
  const disclosed = SUBJECTS.map((subject) => unitOfSubject(subject, reader))
  return TIME_UNITS.filter((unit) => unit === 'year' || disclosed.includes(unit))
}
