import type { MonthRange } from './months.ts'

/**
 * Sums by step of months, from sums by month.
 *
 * @param byMonth one sum a month, the first that of `first`, months since January 1970
 * @param step months of a step; steps begin in January 1970 and are whole: a begun one at the end is left out
 */
export function stepSums(
  byMonth: Float64Array,
  { first, last }: MonthRange,
  step: number,
): readonly { readonly first: number; readonly sum: number }[] {
  const steps: { first: number; sum: number }[] = []
  for (let start = Math.floor(first / step) * step; start + step - 1 <= last; start += step) {
    let sum = 0
    for (let month = Math.max(start, first); month < start + step; month++) sum += byMonth[month - first]!
    steps.push({ first: start, sum })
  }
  return steps
}
