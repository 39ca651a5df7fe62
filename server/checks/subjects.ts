import {
  CATEGORIES,
  CATEGORY_GROUPS,
  type CategoryGroupCode,
  categoriesOfGroup,
} from '../engine/snapshot/categories.ts'
import type { UnitReader } from '../units/index.ts'

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

/** In which units of time staff are told of a group: violence and threats are somebody's, and one a month may be one alone. */
export function unitOfGroup(group: CategoryGroupCode, reader: UnitReader): TimeUnit {
  return reader === 'staff' && group === 'people' ? 'quarter' : 'month'
}

/** In which units of time a subject is told: single categories, the finest that there is, by the year. */
export function unitOfSubject({ group }: Pick<Subject, 'group'>, reader: UnitReader): TimeUnit {
  if (group !== null) return unitOfGroup(group, reader)
  return reader === 'staff' ? 'year' : 'month'
}

/** The units of time in which a reader is told anything. */
export function unitsOfReader(reader: UnitReader): readonly TimeUnit[] {
  return TIME_UNITS.filter((unit) => SUBJECTS.some((subject) => unitOfSubject(subject, reader) === unit))
}
