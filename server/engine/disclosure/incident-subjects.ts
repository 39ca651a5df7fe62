import { CATEGORIES, type CategoryGroupCode } from '../snapshot/categories.ts'
import { FLAGS, SETTINGS } from '../snapshot/incident.ts'

/**
 * Subjects released city-wide and by year only, because a figure may be about one person: sensitive categories,
 * flagged incidents, those in a dwelling, and violence of unknown setting.
 */
export const CITY_SUBJECTS: readonly string[] = [
  ...CATEGORIES.filter(({ sensitive }) => sensitive).map(({ code }) => code),
  ...Object.keys(FLAGS),
  'dwelling',
  'violence-unknown-setting',
]

const DWELLING = SETTINGS.indexOf('dwelling')
const UNKNOWN = SETTINGS.indexOf('unknown')
const SETTING_SHIFT = 4

/**
 * The subjects of an incident that is released city-wide only, as indexes into `CITY_SUBJECTS`; none for an ordinary
 * one, which is released by area. No incident counts in both kinds of figure, so neither discloses the other.
 */
export function citySubjectsOf(categoryIndex: number, flags: number, settingCode: number): readonly number[] {
  const { code, sensitive } = CATEGORIES[categoryIndex]!
  const names = Object.entries(FLAGS).flatMap(([flag, bit]) => ((flags & bit) === 0 ? [] : [flag]))
  if (sensitive) names.push(code)
  if (settingCode === DWELLING) names.push('dwelling')
  if (code === 'violence' && settingCode === UNKNOWN) names.push('violence-unknown-setting')
  return names.map((name) => CITY_SUBJECTS.indexOf(name))
}

/**
 * The group under which an incident is counted in areas, cells and places; null when it has none, or is released
 * city-wide only.
 */
export function ordinaryGroupOf(
  categoryIndex: number,
  flags: number,
  settingCode: number,
): CategoryGroupCode | null {
  if (flags !== 0 || citySubjectsOf(categoryIndex, flags, settingCode).length > 0) return null
  return CATEGORIES[categoryIndex]!.group
}

/**
 * `ordinaryGroupOf` as a table for scans: index = categoryIndex · 256 + place byte (see `IncidentColumns.place`) of
 * an unflagged row; the position of its group in `groups`, or −1.
 */
export function ordinaryGroupTable(groups: readonly CategoryGroupCode[]): Int8Array {
  return Int8Array.from({ length: CATEGORIES.length * 256 }, (_, at) => {
    const setting = (at & 255) >>> SETTING_SHIFT
    const group = ordinaryGroupOf(at >>> 8, 0, setting)
    return group === null ? -1 : groups.indexOf(group)
  })
}
