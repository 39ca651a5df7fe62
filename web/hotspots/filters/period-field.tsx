import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { addDays, addMonths } from '../../i18n/dates.ts'
import { type Period, PERIOD_PRESETS, type PeriodPreset, rangeOf } from './filters.ts'
import { presetReason, stepOf } from './permitted-filters.ts'
import { useHotspots } from '../hotspots.ts'
import { MonthHistogram } from '../months/month-histogram.tsx'
import { OwnDates } from './own-dates.tsx'
import { OwnSteps } from './own-steps.tsx'
import { useHotspotMessages } from '../messages.ts'
import prose from '../../ui/prose.module.css'

type Choice = PeriodPreset | 'custom'
const ANALYSTS_CHOICES: readonly Choice[] = [...PERIOD_PRESETS.filter((preset) => preset !== '1m'), 'custom']
const STEP_CHOICES: readonly Choice[] = [...PERIOD_PRESETS, 'custom']

/** The period: counted back from the last day with data, or chosen; in whole steps for roles that see units. */
export function PeriodField() {
  const { filters, countedTo, limited } = useHotspots()
  const { filters: messages, formats } = useHotspotMessages()
  const { period } = filters.value
  const { from, to } = rangeOf(period, countedTo.value)
  const change = (next: Period) => {
    filters.value = { ...filters.peek(), period: next }
  }
  const choose = (choice: Choice) => {
    const end = to ?? countedTo.peek()
    if (choice !== 'custom') change({ preset: choice })
    else if (end !== null) change({ preset: null, from: from ?? addMonths(end, -12), to: end })
  }
  const unavailable = (choice: Choice) => {
    const reason = limited ? presetReason(filters.value, choice) : null
    return reason === null ? null : messages.reasons[reason]
  }
  const stepText = limited ? messages.stepPresets[stepOf(filters.value)] : {}
  const Own = limited ? OwnSteps : OwnDates
  return (
    <div>
      <ChoiceSelect
        label={messages.period}
        value={period.preset ?? 'custom'}
        choices={limited ? STEP_CHOICES : ANALYSTS_CHOICES}
        words={(choice) => stepText[choice] ?? messages.presets[choice]}
        unavailable={unavailable}
        onChange={choose}
      />
      <MonthHistogram />
      {period.preset === null && <Own period={period} onChange={change} />}
      {limited ? (
        <CountedPeriod />
      ) : (
        period.preset !== null &&
        from !== null &&
        to !== null && (
          <p class={prose.hint}>
            {formats.date(from)} – {formats.date(addDays(to, -1))}
          </p>
        )
      )}
    </div>
  )
}

/** The period that the server counted. */
function CountedPeriod() {
  const { surface } = useHotspots()
  const { filters: messages, formats } = useHotspotMessages()
  const { value, phase } = surface.state.value
  const { from = null, to = null } = value?.analysis.query ?? {}
  if (phase === 'loading' || to === null) return null
  const last = addDays(to.slice(0, 10), -1)
  return (
    <p class={prose.hint} data-part="counted-period">
      {from === null
        ? messages.countedThrough(formats.date(last))
        : messages.counted(formats.days(from.slice(0, 10), last))}
    </p>
  )
}
