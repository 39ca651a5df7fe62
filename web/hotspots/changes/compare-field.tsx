import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { COMPARISONS } from '../filters/filters.ts'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'

/** Whether the period is compared with the same days of an earlier year. */
export function CompareField() {
  const { filters } = useHotspots()
  const { change } = useHotspotMessages()
  return (
    <ChoiceSelect
      label={change.label}
      value={filters.value.compare ?? 0}
      choices={[0, ...COMPARISONS]}
      words={(years) => (years === 0 ? change.none : change.ago(years))}
      onChange={(years) => {
        filters.value = { ...filters.peek(), compare: COMPARISONS.find((choice) => choice === years) ?? null }
      }}
    />
  )
}
