import { useSignal } from '@preact/signals'
import type { ProfileEvidence } from '../../server/checks/contract.ts'
import { useCategoryName } from '../app/city/category-names.ts'
import { EvidenceFold } from './evidence-fold.tsx'
import { HeatGrid } from './heat-grid.tsx'
import { byHour } from './hours-of-week.ts'
import { useCheckMessages } from './messages.ts'
import styles from './profiles-evidence.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

/** Hours by weekdays, here and in the whole city, as a chart or a table. */
export function ProfilesEvidence({ profiles }: { readonly profiles: readonly ProfileEvidence[] }) {
  const { check: messages } = useCheckMessages()
  if (profiles.length === 0) return null
  return (
    <EvidenceFold title={messages.profile.title} ids={profiles.map(({ id }) => id)}>
      {profiles.map((profile) => (
        <Profile key={profile.id} profile={profile} />
      ))}
    </EvidenceFold>
  )
}

function Profile({ profile }: { readonly profile: ProfileEvidence }) {
  const categoryName = useCategoryName()
  const { check: messages, formats } = useCheckMessages()
  const asTable = useSignal(false)
  const name = categoryName(profile.group)
  return (
    <section class={styles.profile} data-evidence={profile.id}>
      <h3>{name}</h3>
      <p class={prose.hint}>
        {messages.profile.known(
          formats.count(Math.round(profile.knownTime)),
          formats.count(Math.round(profile.timeUnknown)),
        )}
      </p>
      {asTable.value ? (
        <ProfileTable profile={profile} />
      ) : (
        <div class={styles.pair}>
          <figure>
            <HeatGrid cells={profile.here} label={messages.profile.chart(name)} />
            <figcaption>{messages.profile.here}</figcaption>
          </figure>
          <figure>
            <HeatGrid
              cells={profile.city}
              label={`${messages.profile.chart(name)}. ${messages.profile.cityToo}`}
            />
            <figcaption>{messages.profile.cityToo}</figcaption>
          </figure>
        </div>
      )}
      <button type="button" class={controls.linkButton} onClick={() => (asTable.value = !asTable.value)}>
        {asTable.value ? messages.profile.asChart : messages.profile.asTable}
      </button>
    </section>
  )
}

function ProfileTable({ profile }: { readonly profile: ProfileEvidence }) {
  const { check: messages, calendar, formats } = useCheckMessages()
  const hours = byHour(profile.here)
  return (
    <div class={tables.scroll} tabIndex={0} role="region" aria-label={messages.profile.title}>
      <table class={tables.figures}>
        <thead>
          <tr>
            <th scope="col">{messages.profile.hour}</th>
            {calendar.weekdayShort.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((days, hour) => (
            <tr key={hour}>
              <th scope="row">{String(hour).padStart(2, '0')}</th>
              {days.map((count, day) => (
                <td key={day}>{formats.decimal(count, 1)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
