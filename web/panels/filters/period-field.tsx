import { ChoiceSelect } from '../../shell/choice-select.tsx'
import { addDays, addMonths, isIsoDate } from '../../state/dates.ts'
import { PERIOD_PRESETS, type Period, type PeriodPreset, rangeOf } from '../../state/filters.ts'
import { useWorkspace } from '../../state/workspace-context.ts'

const CHOICES = [...PERIOD_PRESETS, 'custom'] as const

/** The period: counted back from the last day with data, or between two days of one's own. */
export function PeriodField() {
  const { filters, coveredTo, texts } = useWorkspace()
  const { filters: words, formats } = texts.value
  const { period } = filters.value
  const { from, to } = rangeOf(period, coveredTo.value)
  const change = (next: Period) => {
    filters.value = { ...filters.peek(), period: next }
  }
  const choose = (choice: PeriodPreset | 'custom') => {
    const end = to ?? coveredTo.peek()
    if (choice !== 'custom') change({ preset: choice })
    else if (end !== null) change({ preset: null, from: from ?? addMonths(end, -12), to: end })
  }
  return (
    <div>
      <ChoiceSelect
        label={words.period}
        value={period.preset ?? 'custom'}
        choices={CHOICES}
        words={(choice) => words.presets[choice]}
        onChange={choose}
      />
      {period.preset === null && <OwnDates period={period} onChange={change} />}
      {period.preset !== null && from !== null && to !== null && (
        <p class="hint">
          {formats.date(from)} – {formats.date(addDays(to, -1))}
        </p>
      )}
    </div>
  )
}

interface OwnDatesProps {
  readonly period: Extract<Period, { preset: null }>
  readonly onChange: (period: Period) => void
}

/** Two days, both included as people mean them; the later moves along when they would cross. */
function OwnDates({ period, onChange }: OwnDatesProps) {
  const { filters: words } = useWorkspace().texts.value
  const through = addDays(period.to, -1)
  const set = (from: string, last: string) => {
    if (!isIsoDate(from) || !isIsoDate(last)) return
    onChange({ preset: null, from, to: addDays(last < from ? from : last, 1) })
  }
  return (
    <div class="field-pair own">
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
