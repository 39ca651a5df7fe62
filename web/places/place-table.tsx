import { useSignal } from '@preact/signals'
import { kindTitle } from '../releases/kind-text.ts'
import { countText } from './count-text.ts'
import { lastDayOf, linesOf } from './four-weeks.ts'
import type { PlaceSeries } from './place-calls.ts'
import { usePlaceMessages } from './messages.ts'
import { useReleaseMessages } from '../releases/messages.ts'
import styles from './place-table.module.css'
import controls from '../ui/controls.module.css'
import sections from '../ui/sections.module.css'
import tables from '../ui/tables.module.css'

/** Periods shown before all are requested. */
const NEWEST = 4

/** The closed four weeks of the place and of the ring round it, newest first, a table for each register and group. */
export function PlaceTable({ series }: { readonly series: PlaceSeries }) {
  const texts = usePlaceMessages()
  const released = useReleaseMessages()
  const { place: messages, formats } = texts
  const all = useSignal(false)
  const lines = linesOf(series)
  return (
    <section class={sections.section} aria-labelledby="four-weeks">
      <div class={styles.head}>
        <h2 id="four-weeks">{messages.table}</h2>
        {lines.some(({ periods }) => periods.length > NEWEST) && (
          <button
            type="button"
            class={controls.quietButton}
            aria-expanded={all.value}
            onClick={() => (all.value = !all.value)}
          >
            {all.value ? messages.fewer : messages.all}
          </button>
        )}
      </div>
      <div class={styles.tables} data-part="place-tables">
        {lines.map(({ register, group, periods }) => (
          <table key={`${register}-${group}`} class={tables.periods}>
            <caption>{kindTitle({ register, group }, released)}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.period}</th>
                <th scope="col">{messages.here}</th>
                <th scope="col">{messages.ring(formats.count(series.ringMetres))}</th>
              </tr>
            </thead>
            <tbody>
              {periods.slice(0, all.value ? undefined : NEWEST).map(({ from, place, ring }) => (
                <tr key={from}>
                  <th scope="row">{formats.shortDays(from, lastDayOf(from))}</th>
                  <td>{countText(place, texts)}</td>
                  <td>{countText(ring, texts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  )
}
