import type { ScheduleWindow } from '../../server/layers/contract.ts'

export const DAYS = 7
export const HOURS = 24

/** The 168 hours of a week, Monday 0–1 first; true where somebody is scheduled. */
export type WeekCells = readonly boolean[]

/** The index of an hour. @param weekday 1 = Monday */
export function cellAt(weekday: number, hour: number): number {
  return (weekday - 1) * HOURS + hour
}

/** The hours that some windows cover; one that ends no later than it begins goes on into the next day. */
export function cellsOfWindows(windows: readonly ScheduleWindow[]): WeekCells {
  const cells = Array.from({ length: DAYS * HOURS }, () => false)
  for (const { weekdays, startHour, endHour } of windows) {
    const hours = endHour > startHour ? endHour - startHour : endHour + HOURS - startHour
    for (const weekday of weekdays)
      for (let hour = 0; hour < hours; hour += 1)
        cells[(cellAt(weekday, startHour) + hour) % cells.length] = true
  }
  return cells
}

interface Run {
  readonly weekday: number
  readonly startHour: number
  readonly endHour: number
}

/** Windows that cover just these hours: equal ones of several days as one, those over midnight in one piece. */
export function windowsOfCells(cells: WeekCells): readonly ScheduleWindow[] {
  const weekdaysOf = new Map<string, number[]>()
  for (const { weekday, startHour, endHour } of overMidnight(runsOf(cells))) {
    const key = `${startHour} ${endHour}`
    weekdaysOf.set(key, [...(weekdaysOf.get(key) ?? []), weekday])
  }
  return [...weekdaysOf].map(([key, weekdays]) => {
    const [startHour = 0, endHour = 0] = key.split(' ').map(Number)
    return { weekdays: weekdays.toSorted((a, b) => a - b), startHour, endHour }
  })
}

/** The unbroken hours of each day. */
function runsOf(cells: WeekCells): readonly Run[] {
  const runs: Run[] = []
  for (let weekday = 1; weekday <= DAYS; weekday += 1) {
    let startHour: number | null = null
    for (let hour = 0; hour <= HOURS; hour += 1) {
      const isOn = hour < HOURS && cells[cellAt(weekday, hour)] === true
      if (isOn) startHour ??= hour
      else if (startHour !== null) {
        runs.push({ weekday, startHour, endHour: hour })
        startHour = null
      }
    }
  }
  return runs
}

/** Joins an evening that ends at midnight with the night that begins there, which belongs to the evening's day. */
function overMidnight(runs: readonly Run[]): readonly Run[] {
  const nextOf = ({ weekday, endHour, startHour }: Run) =>
    endHour === HOURS
      ? runs.find(
          (night) =>
            night.weekday === (weekday % DAYS) + 1 &&
            night.startHour === 0 &&
            night.endHour < startHour &&
            night.endHour < HOURS,
        )
      : undefined
  const joined = new Set(runs.map(nextOf).filter((night) => night !== undefined))
  return runs.flatMap((run) => {
    if (joined.has(run)) return []
    const night = nextOf(run)
    return [night === undefined ? run : { ...run, endHour: night.endHour }]
  })
}
