import { kindTitle } from '../releases/kind-words.ts'
import { countInSentence } from './count-words.ts'
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
  const { place: words, formats } = texts
  const lines = linesOf(series)
  const from = lines
    .flatMap(({ periods }) => periods.map((period) => period.from))
    .sort()
    .at(-1)
  if (from === undefined) return <p class={prose.note}>{words.nothingYet}</p>
  const metres = formats.count(series.ringMetres)
  return (
    <section aria-labelledby="last-period">
      <h2 id="last-period">{words.lastPeriod}</h2>
      <p class={prose.quiet}>{formats.days(from, lastDayOf(from))}</p>
      <ul class={sections.sentences}>
        {lines.map(({ register, group, periods }) => {
          const last = periods.find((period) => period.from === from)
          if (last === undefined) return null
          return (
            <li key={`${register}-${group}`}>
              {words.counts(
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
