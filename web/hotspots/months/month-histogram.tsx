import { useSignal } from '@preact/signals'
import type { HotspotMonths } from '../../../server/hotspots/months/contract.ts'
import { monthOfDate } from '../../i18n/dates.ts'
import { rangeOf } from '../filters/filters.ts'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'
import { chosenBars, movedBars } from './chosen-bars.ts'
import { MonthTable } from './month-table.tsx'
import controls from '../../ui/controls.module.css'
import styles from './month-histogram.module.css'

const HEIGHT = 44

interface Bars {
  readonly first: number
  readonly last: number
}

/** The counts of the whole city by month: dragging over bars chooses them, as do two sliders; buttons move what is chosen. */
export function MonthHistogram() {
  const { months } = useHotspots()
  const { value } = months.state.value
  return value === null || value.periods.length < 2 ? null : <Histogram {...value} />
}

function Histogram({ periods, step }: HotspotMonths) {
  const { filters, countedTo } = useHotspots()
  const { filters: messages, months: texts, formats } = useHotspotMessages()
  /** What is being dragged over, before it is chosen. */
  const draft = useSignal<Bars | null>(null)
  const chosen = draft.value ?? chosenBars(periods, rangeOf(filters.value.period, countedTo.value))
  const name = (at: number) => {
    const { from } = periods[at]!
    const [month, year] = [monthOfDate(from) % 12, Number(from.slice(0, 4))]
    if (step === 'year') return String(year)
    return step === 'month' ? formats.month(from) : messages.quarter(Math.floor(month / 3) + 1, year)
  }
  const daysOf = ({ first, last }: Bars) =>
    first === last ? name(first) : texts.range(name(first), name(last))
  const choose = ({ first, last }: Bars) => {
    draft.value = null
    const period = { preset: null, from: periods[first]!.from, to: periods[last]!.to } as const
    filters.value = { ...filters.peek(), period }
  }
  const sum =
    chosen && periods.slice(chosen.first, chosen.last + 1).reduce((s, { incidents }) => s + incidents, 0)
  const end = periods.length - 1
  return (
    <figure class={styles.figure} data-part="months">
      <BarStrip
        periods={periods}
        chosen={chosen}
        onDraft={(bars) => (draft.value = bars)}
        onChoose={choose}
      />
      {chosen !== null && (
        <div class={styles.ends}>
          <Slider
            label={messages.from}
            value={chosen.first}
            max={end}
            name={name}
            onDraft={(first) => (draft.value = { first, last: Math.max(first, chosen.last) })}
            onChoose={(first) => choose({ first, last: Math.max(first, chosen.last) })}
          />
          <Slider
            label={messages.to}
            value={chosen.last}
            max={end}
            name={name}
            onDraft={(last) => (draft.value = { first: Math.min(chosen.first, last), last })}
            onChoose={(last) => choose({ first: Math.min(chosen.first, last), last })}
          />
        </div>
      )}
      <figcaption class={styles.caption}>
        {chosen !== null && (
          <button
            type="button"
            class={controls.linkButton}
            disabled={chosen.first === 0}
            aria-label={texts.earlier}
            onClick={() => choose(movedBars(chosen, -1, periods.length))}
          >
            ◀
          </button>
        )}
        <span aria-live="polite">
          {chosen === null ? texts.none : texts.chosen(daysOf(chosen), formats.count(sum ?? 0))}
        </span>
        {chosen !== null && (
          <button
            type="button"
            class={controls.linkButton}
            disabled={chosen.last === end}
            aria-label={texts.later}
            onClick={() => choose(movedBars(chosen, 1, periods.length))}
          >
            ▶
          </button>
        )}
      </figcaption>
      <MonthTable periods={periods} name={name} />
    </figure>
  )
}

interface StripProps {
  readonly periods: HotspotMonths['periods']
  readonly chosen: Bars | null
  readonly onDraft: (bars: Bars | null) => void
  readonly onChoose: (bars: Bars) => void
}

function BarStrip({ periods, chosen, onDraft, onChoose }: StripProps) {
  const { months: texts } = useHotspotMessages()
  const start = useSignal<number | null>(null)
  const maxIncidents = Math.max(1, ...periods.map(({ incidents }) => incidents))
  const barAt = (event: PointerEvent) => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect()
    const at = Math.floor(((event.clientX - left) / width) * periods.length)
    return Math.min(Math.max(at, 0), periods.length - 1)
  }
  const dragged = (event: PointerEvent): Bars | null => {
    if (start.value === null) return null
    const at = barAt(event)
    return { first: Math.min(start.value, at), last: Math.max(start.value, at) }
  }
  return (
    <svg
      class={styles.bars}
      viewBox={`0 0 ${periods.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={texts.label}
      onPointerDown={(event) => {
        start.value = barAt(event)
        event.currentTarget.setPointerCapture(event.pointerId)
        onDraft(dragged(event))
      }}
      onPointerMove={(event) => start.value !== null && onDraft(dragged(event))}
      onPointerUp={(event) => {
        const bars = dragged(event)
        start.value = null
        if (bars !== null) onChoose(bars)
      }}
      onPointerCancel={() => {
        start.value = null
        onDraft(null)
      }}
    >
      {periods.map(({ from, incidents }, at) => (
        <rect
          key={from}
          data-chosen={chosen !== null && at >= chosen.first && at <= chosen.last}
          x={at + 0.08}
          width={0.84}
          y={HEIGHT - heightOf(incidents, maxIncidents)}
          height={heightOf(incidents, maxIncidents)}
        />
      ))}
    </svg>
  )
}

/** Height of a bar; a month without incidents keeps a line to point at. */
const heightOf = (incidents: number, maxIncidents: number) => Math.max(1, (incidents / maxIncidents) * HEIGHT)

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly max: number
  readonly name: (at: number) => string
  readonly onDraft: (at: number) => void
  readonly onChoose: (at: number) => void
}

function Slider({ label, value, max, name, onDraft, onChoose }: SliderProps) {
  return (
    <input
      type="range"
      class={styles.slider}
      min={0}
      max={max}
      value={value}
      aria-label={label}
      aria-valuetext={name(value)}
      onInput={({ currentTarget }) => onDraft(Number(currentTarget.value))}
      onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
    />
  )
}
