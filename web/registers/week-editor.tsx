import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { ScheduleWindow } from '../../server/layers/contract.ts'
import { useRegisterMessages } from './messages.ts'
import { cellAt, cellsOfWindows, DAYS, HOURS, type WeekCells, windowsOfCells } from './week-cells.ts'
import { WeekTable } from './week-table.tsx'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'
import styles from './week-editor.module.css'

interface WeekEditorProps {
  readonly windows: readonly ScheduleWindow[]
  readonly onChange: (windows: readonly ScheduleWindow[]) => void
}

const STEPS: Readonly<Record<string, readonly [day: number, hour: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}
/** Every so many hours one is named. */
const NAMED_HOURS = 3

const hourText = (hour: number) => String(hour % (HOURS + 1)).padStart(2, '0')

/** The hours of a week, marked by pointer or by keyboard, and the same in words. */
export function WeekEditor({ windows, onChange }: WeekEditorProps) {
  const { registers, formats } = useRegisterMessages()
  const { week } = registers
  const cells = cellsOfWindows(windows)
  const put = (next: WeekCells) => onChange(windowsOfCells(next))
  return (
    <fieldset class={`${fields.plain} ${styles.week}`}>
      <legend class={fields.label}>{week.title}</legend>
      <p class={prose.hint} id="week-hint">
        {week.hint}
      </p>
      <WeekGrid cells={cells} onChange={put} />
      <p class={prose.hint} role="status">
        {week.sum(formats.count(cells.filter(Boolean).length))}
      </p>
      <WeekTable windows={windows} />
      <p class={controls.row}>
        <button type="button" class={controls.linkButton} onClick={() => onChange([])}>
          {week.clear}
        </button>
      </p>
    </fieldset>
  )
}

interface WeekGridProps {
  readonly cells: WeekCells
  readonly onChange: (cells: WeekCells) => void
}

function WeekGrid({ cells, onChange }: WeekGridProps) {
  const { registers } = useRegisterMessages()
  const { week } = registers
  const grid = useRef<HTMLTableElement>(null)
  const at = useSignal<readonly [day: number, hour: number]>([1, 0])
  const painting = useSignal<boolean | null>(null)
  const mark = (day: number, hour: number, isOn: boolean) => {
    if (cells[cellAt(day, hour)] === isOn) return
    onChange(cells.map((cell, index) => (index === cellAt(day, hour) ? isOn : cell)))
  }
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const [day, hour] = at.peek()
    const next = [within(day + step[0], 1, DAYS), within(hour + step[1], 0, HOURS - 1)] as const
    if (event.shiftKey) mark(next[0], next[1], cells[cellAt(day, hour)] === true)
    at.value = next
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)?.focus()
  }
  return (
    <div class={styles.scroll}>
      <table
        ref={grid}
        role="grid"
        aria-label={week.title}
        aria-describedby="week-hint"
        class={styles.grid}
        onKeyDown={move}
        onPointerUp={() => (painting.value = null)}
        onPointerLeave={() => (painting.value = null)}
      >
        <thead>
          <tr>
            <td />
            {Array.from({ length: HOURS / NAMED_HOURS }, (_, part) => (
              <th key={part} scope="colgroup" colSpan={NAMED_HOURS}>
                {hourText(part * NAMED_HOURS)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.days.map((name, index) => (
            <tr key={name}>
              <th scope="row">
                <abbr title={name}>{name.slice(0, 3)}</abbr>
              </th>
              {Array.from({ length: HOURS }, (_, hour) => {
                const day = index + 1
                const isOn = cells[cellAt(day, hour)] === true
                const isHere = at.value[0] === day && at.value[1] === hour
                return (
                  <td
                    key={hour}
                    role="gridcell"
                    data-cell={`${day} ${hour}`}
                    aria-selected={isOn}
                    aria-label={week.cell(name, week.hour(hourText(hour), hourText(hour + 1)))}
                    tabIndex={isHere ? 0 : -1}
                    onFocus={() => (at.value = [day, hour])}
                    onPointerDown={({ currentTarget, pointerId, button }) => {
                      if (button !== 0) return
                      // Touch would keep the pointer on the cell where it began.
                      if (currentTarget.hasPointerCapture(pointerId))
                        currentTarget.releasePointerCapture(pointerId)
                      painting.value = !isOn
                      mark(day, hour, !isOn)
                    }}
                    onPointerEnter={() => painting.peek() !== null && mark(day, hour, painting.peek()!)}
                    onKeyDown={(event) => {
                      if (event.key !== ' ' && event.key !== 'Enter') return
                      event.preventDefault()
                      mark(day, hour, !isOn)
                    }}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
