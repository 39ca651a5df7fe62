/** A matrix of hours and weekdays as 24 hours of 7 weekdays, from either orientation. */
export function byHour(cells: readonly (readonly number[])[]): readonly (readonly number[])[] {
  if (cells.length === 24) return cells
  return Array.from({ length: 24 }, (_, hour) => cells.map((day) => day[hour] ?? 0))
}
