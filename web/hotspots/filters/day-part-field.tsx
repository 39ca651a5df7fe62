import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { DAY_PARTS, partsReason } from './permitted-filters.ts'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'

const CHOICES = ['all', ...DAY_PARTS.map(({ start, end }) => `${start}-${end}`), 'custom'] as const

/** The time of day for roles that see three parts of it. */
export function DayPartField() {
  const { filters } = useHotspots()
  const { filters: messages } = useHotspotMessages()
  const { hours } = filters.value
  const reason = partsReason(filters.value)
  const unavailable = (choice: string) => {
    if (choice === 'all') return null
    if (reason !== null) return messages.reasons[reason]
    return choice === 'custom' ? messages.analystsHours : null
  }
  return (
    <ChoiceSelect
      label={messages.hours}
      value={hours === null ? 'all' : `${hours.start}-${hours.end}`}
      choices={CHOICES}
      words={(choice) => messages.dayParts[choice] ?? messages.customHours}
      unavailable={unavailable}
      onChange={(choice) => {
        const next = DAY_PARTS.find(({ start, end }) => `${start}-${end}` === choice) ?? null
        filters.value = { ...filters.peek(), hours: next }
      }}
    />
  )
}
