import { kindTitle } from '../releases/kind-text.ts'
import { countText } from './count-text.ts'
import type { PlaceSeries } from './place-calls.ts'
import { usePlaceMessages } from './messages.ts'
import { useReleaseMessages } from '../releases/messages.ts'
import styles from './place-table.module.css'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'
import tables from '../ui/tables.module.css'

const HOURS = ['06-14', '14-22', '22-06'] as const
const DAYS = ['weekdays', 'weekend'] as const

/** When incidents were reported to have happened: three parts of the day, weekdays and weekends, by year. */
export function PlaceProfile({ series: { profile } }: { readonly series: PlaceSeries }) {
  const texts = usePlaceMessages()
  const released = useReleaseMessages()
  const { place: messages } = texts
  const year = profile
    .map((figure) => figure.year)
    .sort()
    .at(-1)
  if (year === undefined) return null
  const newest = profile.filter((figure) => figure.year === year)
  const kinds = new Map(newest.map((figure) => [`${figure.register}/${figure.group}`, figure]))
  return (
    <section class={sections.section} aria-labelledby="profile">
      <h2 id="profile">{messages.profile}</h2>
      <p class={prose.hint}>{messages.profileNote(year)}</p>
      <div class={styles.tables}>
        {[...kinds.values()].map(({ register, group }) => (
          <table key={`${register}-${group}`} class={tables.periods}>
            <caption>{kindTitle({ register, group }, released)}</caption>
            <thead>
              <tr>
                <td />
                {HOURS.map((hours) => (
                  <th key={hours} scope="col">
                    {messages.hours[hours]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {DAYS.map((days) => (
                <tr key={days}>
                  <th scope="row">{messages[days]}</th>
                  {HOURS.map((hours) => {
                    const figure = newest.find(
                      (count) =>
                        count.register === register &&
                        count.group === group &&
                        count.days === days &&
                        count.hours === hours,
                    )
                    return <td key={hours}>{countText(figure?.count ?? null, texts)}</td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  )
}
