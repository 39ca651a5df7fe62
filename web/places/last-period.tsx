import { kindTitle } from '../releases/kind-text.ts'
import { countInSentence } from './count-text.ts'
import { lastDayOf, linesOf } from './four-weeks.ts'
import type { PlaceSeries } from './place-calls.ts'
import { usePlaceMessages } from './messages.ts'
import { useReleaseMessages } from '../releases/messages.ts'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'

/** The last closed four weeks, one sentence for each register and group. */
export function LastPeriod({ series }: { readonly series: PlaceSeries }) {
  const texts = usePlaceMessages()
  const released = useReleaseMessages()
  const { place: messages, formats } = texts
  const lines = linesOf(series)
  const from = lines
    .flatMap(({ periods }) => periods.map((period) => period.from))
    .sort()
    .at(-1)
  if (from === undefined) return <p class={prose.note}>{messages.nothingYet}</p>
  const metres = formats.count(series.ringMetres)
  return (
    <section aria-labelledby="last-period">
      <h2 id="last-period">{messages.lastPeriod}</h2>
      <p class={prose.quiet}>{formats.days(from, lastDayOf(from))}</p>
      <ul class={sections.sentences}>
        {lines.map(({ register, group, periods }) => {
          const last = periods.find((period) => period.from === from)
          if (last === undefined) return null
          return (
            <li key={`${register}-${group}`}>
              {messages.counts(
                kindTitle({ register, group }, released),
                countInSentence(last.place, texts),
                countInSentence(last.ring, texts),
                metres,
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
