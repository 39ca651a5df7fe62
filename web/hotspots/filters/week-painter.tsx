import { useSignal } from '@preact/signals'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'
import { partsReason } from './permitted-filters.ts'
import { type Block, HOURLY, IN_PARTS, isPainted, paintedWeek } from './week-blocks.ts'
import styles from './week-painter.module.css'

/**
 * The week as blocks, chosen by a click or by dragging over them; a click on the only chosen block counts all again. The
 * fields above do the same by keyboard, so readers of the screen are spared the blocks.
 */
export function WeekPainter() {
  const { filters, limited } = useHotspots()
  const { filters: messages, calendar } = useHotspotMessages()
  const from = useSignal<Block | null>(null)
  const to = useSignal<Block | null>(null)
  const blocks = limited ? IN_PARTS : HOURLY
  if (limited && partsReason(filters.value) !== null) return null
  const isDrawn = from.value !== null && to.value !== null
  const week = isDrawn ? paintedWeek(blocks, from.value!, to.value!) : filters.value
  const choose = () => {
    const now = filters.peek()
    const isSame = week.hours?.start === now.hours?.start && week.hours?.end === now.hours?.end
    const isAgain = isSame && week.weekdays.join() === now.weekdays.join()
    const { hours, weekdays } = week
    filters.value = { ...now, ...(isAgain ? { hours: null, weekdays: [] } : { hours, weekdays }) }
    from.value = null
  }
  return (
    <div
      class={styles.painter}
      data-part="week-painter"
      data-columns={blocks.columns.length}
      aria-hidden="true"
    >
      <p class={styles.hint}>{limited ? messages.paintParts : messages.paint}</p>
      <div
        class={styles.grid}
        data-whole={week.hours === null && week.weekdays.length === 0 ? '' : undefined}
        onPointerDown={(event) => {
          const block = blockAt(event)
          if (block === null) return
          event.currentTarget.setPointerCapture(event.pointerId)
          from.value = block
          to.value = block
        }}
        onPointerMove={(event) => {
          if (from.value !== null) to.value = blockAt(event) ?? to.value
        }}
        onPointerUp={() => from.value !== null && choose()}
        onPointerCancel={() => (from.value = null)}
      >
        {blocks.rows.map((days, row) => (
          <div key={row} class={styles.row}>
            <span class={styles.day}>
              {days.length === 1
                ? calendar.weekdayShort[days[0]! - 1]
                : `${calendar.weekdayShort[days[0]! - 1]}–${calendar.weekdayShort[days.at(-1)! - 1]}`}
            </span>
            {blocks.columns.map(({ start }, column) => (
              <span
                key={start}
                class={styles.block}
                data-block={`${row},${column}`}
                data-painted={isPainted(blocks, week, [row, column]) ? '' : undefined}
              />
            ))}
          </div>
        ))}
        <div class={`${styles.row} ${styles.hours}`}>
          <span />
          {blocks.columns.map(({ start }, column) => (
            <span key={start}>{column % (limited ? 1 : 6) === 0 && String(start).padStart(2, '0')}</span>
          ))}
        </div>
      </div>
    </div>
  )
}

/** The block under a pointer, which a captured pointer may have left. */
function blockAt({ clientX, clientY }: PointerEvent): Block | null {
  const block = document.elementFromPoint(clientX, clientY)?.getAttribute('data-block')
  if (block === null || block === undefined) return null
  const [row, column] = block.split(',')
  return [Number(row), Number(column)]
}
