import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { addDays, addMonths } from '../../i18n/dates.ts'
import { type Period, type PeriodPreset, rangeOf } from './filters.ts'
import { presetChoices } from './permitted-filters.ts'
import { useHotspots } from '../hotspots.ts'
import { OwnDates } from './own-dates.tsx'
import { OwnMonths } from './own-months.tsx'
import { useHotspotMessages } from '../messages.ts'
import prose from '../../ui/prose.module.css'

/** The period: counted back from the last day with data, or between two days or months of one's own. */
export function PeriodField() {
  const { filters, countedTo, limited } = useHotspots()
  const { filters: words, formats } = useHotspotMessages()
  const { period } = filters.value
  const { from, to } = rangeOf(period, countedTo.value)
  const change = (next: Period) => {
    filters.value = { ...filters.peek(), period: next }
  }
  const choose = (choice: PeriodPreset | 'custom') => {
    const end = to ?? countedTo.peek()
    if (choice !== 'custom') change({ preset: choice })
    else if (end !== null) change({ preset: null, from: from ?? addMonths(end, -12), to: end })
  }
  const Own = limited ? OwnMonths : OwnDates
  return (
    <div>
      <ChoiceSelect
        label={words.period}
        value={period.preset ?? 'custom'}
        choices={[...presetChoices(limited), 'custom'] as const}
        words={(choice) => words.presets[choice === 'custom' && limited ? 'months' : choice]}
        onChange={choose}
      />
      {period.preset === null && <Own period={period} onChange={change} />}
      {period.preset !== null && from !== null && to !== null && (
        <p class={prose.hint}>
          {formats.date(from)} – {formats.date(addDays(to, -1))}
        </p>
      )}
      {limited && <p class={prose.hint}>{words.wholeMonths}</p>}
    </div>
  )
}
