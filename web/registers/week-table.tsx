import type { ScheduleWindow } from '../../server/layers/contract.ts'
import { useRegisterMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

/** The shifts of a week in words. */
export function WeekTable({ windows }: { readonly windows: readonly ScheduleWindow[] }) {
  const { registers } = useRegisterMessages()
  const { week } = registers
  if (windows.length === 0) return <p class={prose.hint}>{week.none}</p>
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}.00`
  return (
    <table class={tables.figuresWords}>
      <caption class="visually-hidden">{week.table}</caption>
      <thead>
        <tr>
          <th scope="col">{week.when}</th>
          <th scope="col">{week.hours}</th>
        </tr>
      </thead>
      <tbody>
        {windows.map(({ weekdays, startHour, endHour }) => (
          <tr key={`${weekdays.join()} ${startHour} ${endHour}`}>
            <th scope="row">{daysText(weekdays, week.days)}</th>
            <td>
              {clock(startHour)}–{clock(endHour)}
              {endHour < startHour && ` (${week.nextDay})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const MIN_RANGE = 3

/** Weekdays by name; three and more in a row as a range. */
function daysText(weekdays: readonly number[], names: readonly string[]): string {
  const nameOf = (day: number | undefined) => names[(day ?? 1) - 1] ?? ''
  const first = weekdays[0] ?? 1
  const isRange = weekdays.length >= MIN_RANGE && weekdays.every((day, index) => day === first + index)
  return isRange ? `${nameOf(first)}–${nameOf(weekdays.at(-1))}` : weekdays.map(nameOf).join(', ')
}
