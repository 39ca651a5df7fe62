import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { partsFit, WEEKDAY_PARTS } from './permitted-filters.ts'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'

/** Weekdays apart from weekends, for those who see no single day: offered of periods that are long enough. */
export function WeekPartField() {
  const { filters } = useHotspots()
  const { filters: words } = useHotspotMessages()
  const { hours, weekdays } = filters.value
  const fits = partsFit(filters.value, { hours: hours !== null, weekdays: true })
  const choices = (fits ? WEEKDAY_PARTS : WEEKDAY_PARTS.slice(0, 1)).map((days) => days.join())
  return (
    <ChoiceSelect
      label={words.weekdays}
      value={weekdays.join()}
      choices={choices}
      words={(choice) => words.weekParts[choice] ?? choice}
      onChange={(choice) => {
        const next = WEEKDAY_PARTS.find((days) => days.join() === choice) ?? []
        filters.value = { ...filters.peek(), weekdays: next }
      }}
    />
  )
}
