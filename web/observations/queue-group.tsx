import { CityText } from '../ui/city-text.tsx'
import { KIND_NAMES, STATE_NAMES } from '../../server/observations/messages.ts'
import { useObservationMessages } from './messages.ts'
import type { Observation, Outcome } from './observation-calls.ts'
import { StatusForm } from './status-form.tsx'
import styles from './queue-group.module.css'
import prose from '../ui/prose.module.css'

interface QueueGroupProps {
  /** At least one, the newest first. */
  readonly group: readonly Observation[]
  readonly onSettle: (outcome: Outcome) => Promise<boolean>
}

/** Observations of likely the same thing: where and when, what was written, what became of it. */
export function QueueGroup({ group, onSettle }: QueueGroupProps) {
  const { observations: messages, formats, language } = useObservationMessages()
  const newest = group[0]!
  return (
    <li class={styles.group} data-part="queue-group">
      <h2>{KIND_NAMES[language][newest.kind]}</h2>
      <p>
        <CityText>{newest.areaName}</CityText> · <strong>{STATE_NAMES[language][newest.state]}</strong>
        {newest.outcome !== null && (
          <>
            {' '}
            <CityText>{newest.outcome}</CityText>
          </>
        )}
      </p>
      {group.length > 1 && <p class={styles.times}>{messages.times(formats.count(group.length))}</p>}
      <ul class={styles.sightings}>
        {group.map((observation) => (
          <Sighting key={observation.id} observation={observation} />
        ))}
      </ul>
      <StatusForm
        name={`observation ${newest.id}`}
        count={group.length}
        state={newest.state}
        onSettle={onSettle}
      />
    </li>
  )
}

function Sighting({ observation: { seenAt, position, near, text } }: { readonly observation: Observation }) {
  const { observations: messages, formats } = useObservationMessages()
  return (
    <li>
      <span class={prose.hint}>{messages.seen(formats.moment(seenAt))} · </span>
      {position === null ? (
        <span class={prose.hint}>{messages.noPosition}</span>
      ) : (
        <a href={`/?at=16.00,${position.lat.toFixed(5)},${position.lon.toFixed(5)}`}>{messages.showOnMap}</a>
      )}
      {near !== null && (
        <span>
          {' '}
          ({messages.near} <CityText>{near}</CityText>)
        </span>
      )}
      {text !== null && (
        <p>
          ”<CityText>{text}</CityText>”
        </p>
      )}
    </li>
  )
}
