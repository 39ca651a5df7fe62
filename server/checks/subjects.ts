import {
  CATEGORIES,
  CATEGORY_GROUPS,
  type CategoryGroupCode,
  categoriesOfGroup,
} from '../engine/snapshot/categories.ts'
import { type UnitReader, unitStep } from '../units/index.ts'

/** Calendar units of time in which something is disclosed. */
export const TIME_UNITS = ['month', 'quarter', 'year'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

/** A group or a category that is counted. */
export interface Subject {
  readonly group: CategoryGroupCode | null
  readonly category: string | null
  /** Indexes of CATEGORIES. */
  readonly members: readonly number[]
  /** The group itself, or the category's group. */
  readonly within: CategoryGroupCode | null
}

/** The subjects counted; sensitive categories are absent, so that they do not read as zero. */
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

/** The unit of time in which a group is disclosed. */
export function unitOfGroup(group: CategoryGroupCode, reader: UnitReader): TimeUnit {
  return unitOfSubject({ group }, reader)
}

/** The unit of time in which a subject is disclosed. */
export function unitOfSubject({ group }: Pick<Subject, 'group'>, reader: UnitReader): TimeUnit {
  if (reader === 'analyst') return 'month'
  return UNIT_OF_STEP[unitStep({ group, ofCategories: group === null, ofParts: false })]
}

/** The units of time in which anything is disclosed to a reader; parts of the week are disclosed by year. */
export function unitsOfReader(reader: UnitReader): readonly TimeUnit[] {
  const disclosed = SUBJECTS.map((subject) => unitOfSubject(subject, reader))
  return TIME_UNITS.filter((unit) => unit === 'year' || disclosed.includes(unit))
}
