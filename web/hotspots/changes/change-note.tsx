import { FailureNote } from '../../app/shell/failure-note.tsx'
import { addDays } from '../../i18n/dates.ts'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'
import { changeRatio } from './change-text.ts'
import styles from '../surface-note.module.css'
import prose from '../../ui/prose.module.css'

/** The two compared periods, and what the whole city says. */
export function ChangeNote() {
  const { changes } = useHotspots()
  const texts = useHotspotMessages()
  const { change, formats, app } = texts
  const { value, phase, failure } = changes.state.value
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void changes.retry()} />
  if (value === null) return phase === 'loading' ? <p class={prose.waiting}>{app.loading}</p> : null
  const { now, before, city, years } = value.analysis
  const days = ({ from, to }: typeof now) => formats.days(from.slice(0, 10), addDays(to.slice(0, 10), -1))
  const ratio = city.low === null ? '' : ` ${changeRatio({ ...city, low: city.low }, texts)}`
  return (
    <div class={styles.summary}>
      <p>{change.periods(days(now), days(before))}</p>
      <p>
        {change.city(
          change.counts(formats.count(now.incidents), formats.count(before.incidents), change.ago(years)),
        )}
        {ratio}.
      </p>
      <p>{change.caveat}</p>
    </div>
  )
}
