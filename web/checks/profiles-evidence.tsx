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

/** Hours by weekdays, here and in the whole city, as a picture or a table. */
export function ProfilesEvidence({ profiles }: { readonly profiles: readonly ProfileEvidence[] }) {
  const { check: words } = useCheckMessages()
  if (profiles.length === 0) return null
  return (
    <EvidenceFold title={words.profile.title} ids={profiles.map(({ id }) => id)}>
      {profiles.map((profile) => (
        <Profile key={profile.id} profile={profile} />
      ))}
    </EvidenceFold>
  )
}

function Profile({ profile }: { readonly profile: ProfileEvidence }) {
  const categoryName = useCategoryName()
  const { check: words, formats } = useCheckMessages()
  const asTable = useSignal(false)
  const name = categoryName(profile.group)
  return (
    <section class={styles.profile} data-evidence={profile.id}>
      <h3>{name}</h3>
      <p class={prose.hint}>
        {words.profile.known(
          formats.count(Math.round(profile.knownTime)),
          formats.count(Math.round(profile.timeUnknown)),
        )}
      </p>
      {asTable.value ? (
        <ProfileTable profile={profile} />
      ) : (
        <div class={styles.pair}>
          <figure>
            <HeatGrid cells={profile.here} label={words.profile.chart(name)} />
            <figcaption>{words.profile.here}</figcaption>
          </figure>
          <figure>
            <HeatGrid cells={profile.city} label={`${words.profile.chart(name)}. ${words.profile.cityToo}`} />
            <figcaption>{words.profile.cityToo}</figcaption>
          </figure>
        </div>
      )}
      <button type="button" class={controls.linkButton} onClick={() => (asTable.value = !asTable.value)}>
        {asTable.value ? words.profile.asChart : words.profile.asTable}
      </button>
    </section>
  )
}

function ProfileTable({ profile }: { readonly profile: ProfileEvidence }) {
  const { check: words, calendar, formats } = useCheckMessages()
  const hours = byHour(profile.here)
  return (
    <div class={tables.scroll} tabIndex={0} role="region" aria-label={words.profile.title}>
      <table class={tables.figures}>
        <thead>
          <tr>
            <th scope="col">{words.profile.hour}</th>
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
