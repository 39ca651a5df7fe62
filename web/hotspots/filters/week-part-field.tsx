import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { partsReason, WEEKDAY_PARTS } from './permitted-filters.ts'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'

const SINGLE = 'single'
const CHOICES = [...WEEKDAY_PARTS.map((days) => days.join()), SINGLE]

/** Weekdays or weekends, for roles that see no single weekday. */
export function WeekPartField() {
  const { filters } = useHotspots()
  const { filters: messages } = useHotspotMessages()
  const reason = partsReason(filters.value)
  const unavailable = (choice: string) => {
    if (choice === '') return null
    if (reason !== null) return messages.reasons[reason]
    return choice === SINGLE ? messages.analystsDays : null
  }
  return (
    <ChoiceSelect
      label={messages.weekdays}
      value={filters.value.weekdays.join()}
      choices={CHOICES}
      words={(choice) => messages.weekParts[choice] ?? messages.singleDays}
      unavailable={unavailable}
      onChange={(choice) => {
        const next = WEEKDAY_PARTS.find((days) => days.join() === choice) ?? []
        filters.value = { ...filters.peek(), weekdays: next }
      }}
    />
  )
}
