import { isNamedForClock, messagesOf } from '../../formats/columns/column-names.ts'
import type { ColumnProfile } from './file-profile.ts'

/** Columns of a date that stands in three: year, month and day of the month, in this order. */
export type DateParts = readonly [year: string, month: string, day: string]

/** Pattern of the three texts, joined by spaces. */
export const DATE_PARTS_FORMAT = 'yyyy M d'

const PARTS = [
  { name: /^(?:år|year|yr|yyyy)$|\b(?:år|year)$/, min: 1900, max: 2100 },
  { name: /^(?:månad|manad|mån|month|mon|mm)$|\b(?:månad|month)$/, min: 1, max: 12 },
  { name: /^(?:dag|day|dom|dd)$|\b(?:dag|day)$/, min: 1, max: 31 },
] as const

/** The three columns of whole numbers that are called so, one of each; null where one is lacking or comes twice. */
export function datePartsOf(profiles: readonly ColumnProfile[]): DateParts | null {
  const [year, month, day] = PARTS.map(({ name, min, max }) => {
    const fitting = profiles.filter(
      ({ column, codes }) =>
        name.test(messagesOf(column)) &&
        !isNamedForClock(column) &&
        codes !== null &&
        codes.size > 0 &&
        [...codes.keys()].every(
          (text) => /^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max,
        ),
    )
    return fitting.length === 1 ? fitting[0]!.column : null
  })
  return year && month && day ? [year, month, day] : null
}
