import { useTexts } from '../app/site-context.ts'
import { byHour } from './hours-of-week.ts'
import styles from './heat-grid.module.css'

const CELL = 12
const LEFT = 26
const TOP = 14
const STEPS = 5

/** Weekdays across, hours down; five steps of one hue by share of the busiest hour. */
export function HeatGrid(props: { readonly cells: readonly (readonly number[])[]; readonly label: string }) {
  const { calendar } = useTexts()
  const hours = byHour(props.cells)
  const maximum = Math.max(...hours.flat(), Number.MIN_VALUE)
  return (
    <svg
      class={styles.heat}
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${LEFT + 7 * CELL * 1.6} ${TOP + 24 * CELL}`}
    >
      {calendar.weekdayShort.map((day, index) => (
        <text key={day} class={styles.day} x={LEFT + (index + 0.5) * CELL * 1.6} y={TOP - 4}>
          {day[0]}
        </text>
      ))}
      {hours.map((days, hour) => (
        <g key={hour}>
          {hour % 6 === 0 && (
            <text class={styles.hour} x={LEFT - 5} y={TOP + hour * CELL + CELL - 3}>
              {String(hour).padStart(2, '0')}
            </text>
          )}
          {days.map((count, day) => (
            <rect
              key={day}
              class={styles.cell}
              data-step={count === 0 ? 0 : Math.max(1, Math.ceil((count / maximum) * STEPS))}
              x={LEFT + day * CELL * 1.6 + 0.5}
              y={TOP + hour * CELL + 0.5}
              width={CELL * 1.6 - 1}
              height={CELL - 1}
            />
          ))}
        </g>
      ))}
    </svg>
  )
}
