import { addDays, addMonths, isIsoDate } from '../../state/dates.ts'
import { PERIOD_PRESETS, type Period, type PeriodPreset, rangeOf } from '../../state/filters.ts'
import { useWorkspace } from '../../state/workspace-context.ts'

/** The period: counted back from the last day with data, or between two days of one's own. */
export function PeriodField() {
  const { filters, coveredTo, texts } = useWorkspace()
  const { filters: words, formats } = texts.value
  const { period } = filters.value
  const change = (next: Period) => (filters.value = { ...filters.peek(), period: next })
  const { from, to } = rangeOf(period, coveredTo.value)

  const choose = (choice: string) => {
    if (choice !== 'custom') return change({ preset: choice as PeriodPreset })
    const end = to ?? coveredTo.value
    if (end !== null) change({ preset: null, from: from ?? addMonths(end, -12), to: end })
  }
  return (
    <div class="field">
      <label class="field-label" for="period">
        {words.period}
      </label>
      <select
        id="period"
        value={period.preset ?? 'custom'}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {[...PERIOD_PRESETS, 'custom' as const].map((choice) => (
          <option key={choice} value={choice}>
            {words.presets[choice]}
          </option>
        ))}
      </select>
      {period.preset === null ? (
        <OwnDates period={period} onChange={change} />
      ) : (
        from !== null &&
        to !== null && (
          <p class="hint">
            {formats.date(from)} – {formats.date(addDays(to, -1))}
          </p>
        )
      )}
    </div>
  )
}

type OwnPeriod = Extract<Period, { preset: null }>

/** Two days, both included as people mean them; the later moves along when they would cross. */
function OwnDates(props: { readonly period: OwnPeriod; readonly onChange: (period: Period) => void }) {
  const { filters: words } = useWorkspace().texts.value
  const { period, onChange } = props
  const set = (from: string, through: string) => {
    if (!isIsoDate(from) || !isIsoDate(through)) return
    onChange({ preset: null, from, to: addDays(through < from ? from : through, 1) })
  }
  const through = addDays(period.to, -1)
  return (
    <div class="field-pair">
      <label class="field">
        <span class="field-label">{words.from}</span>
        <input
          type="date"
          value={period.from}
          onChange={({ currentTarget }) => set(currentTarget.value, through)}
        />
      </label>
      <label class="field">
        <span class="field-label">{words.to}</span>
        <input
          type="date"
          value={through}
          onChange={({ currentTarget }) => set(period.from, currentTarget.value)}
        />
      </label>
    </div>
  )
}
