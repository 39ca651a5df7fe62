const DAY_MS = 86_400_000

/** The day so many working days (Monday to Friday) after a day, both `2026-03-12`. */
export function workingDaysAfter(day: string, count: number): string {
  let ms = Date.parse(`${day}T00:00:00Z`)
  for (let left = count; left > 0; ) {
    ms += DAY_MS
    if (isWorkingDay(ms)) left -= 1
  }
  return new Date(ms).toISOString().slice(0, 10)
}

function isWorkingDay(ms: number): boolean {
  const weekday = new Date(ms).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
