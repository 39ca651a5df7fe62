import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { DAY_PARTS, partsFit } from './permitted-filters.ts'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'
import prose from '../../ui/prose.module.css'

const CHOICES = ['all', ...DAY_PARTS.map(({ start, end }) => `${start}-${end}`)] as const

/** The time of day for those who see its three parts: offered of periods that are long enough. */
export function DayPartField() {
  const { filters } = useHotspots()
  const { filters: words } = useHotspotMessages()
  const { hours, weekdays } = filters.value
  const fits = partsFit(filters.value, { hours: true, weekdays: weekdays.length > 0 })
  return (
    <div>
      <ChoiceSelect
        label={words.hours}
        value={hours === null ? 'all' : `${hours.start}-${hours.end}`}
        choices={fits ? CHOICES : ['all']}
        words={(choice) => words.dayParts[choice] ?? choice}
        onChange={(choice) => {
          const next = DAY_PARTS.find(({ start, end }) => `${start}-${end}` === choice) ?? null
          filters.value = { ...filters.peek(), hours: next }
        }}
      />
      {!fits && <p class={prose.hint}>{words.partsNeedTime}</p>}
    </div>
  )
}
