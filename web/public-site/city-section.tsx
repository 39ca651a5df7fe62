import type { ReleaseFigures } from '../../server/releases/publication/contract.ts'
import { countText } from '../releases/count-text.ts'
import { usePublicData } from './public-context.ts'
import { useStartMessages } from './messages.ts'
import { useReleaseMessages } from '../releases/messages.ts'
import { subjectText } from '../releases/subject-text.ts'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'
import tables from '../ui/tables.module.css'

type CityFigure = ReleaseFigures['city'][number]

/** Figures released city-wide and by year only. */
export function CitySection() {
  const { city, formats } = useStartMessages()
  const releaseTexts = useReleaseMessages()
  const { periods: table, reported } = releaseTexts
  const { figures } = usePublicData()
  const years = figures.value
    .filter((release) => release.city.length > 0)
    .toSorted((a, b) => b.period.localeCompare(a.period))
  const rows = new Map(
    years.flatMap((year) => year.city).map((figure) => [`${figure.register}/${figure.subject}`, figure]),
  )
  if (rows.size === 0) return null
  const figureText = ({ count }: CityFigure) => countText(count, table, formats)
  return (
    <section class={sections.section} aria-labelledby="city-title">
      <h2 id="city-title">{city.title}</h2>
      <p class={prose.hint}>{city.lead}</p>
      <div class={tables.scroll} tabIndex={0} role="region" aria-label={city.title}>
        <table class={tables.periods}>
          <thead>
            <tr>
              <th scope="col">{city.subject}</th>
              {years.map(({ period }) => (
                <th key={period} scope="col">
                  {period}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows].map(([key, { subject, register }]) => (
              <tr key={key}>
                <th scope="row">
                  {subjectText(subject, releaseTexts)} <small>{reported.to[register]}</small>
                </th>
                {years.map((year) => {
                  const figure = year.city.find(
                    (other) => other.subject === subject && other.register === register,
                  )
                  return <td key={year.period}>{figure === undefined ? table.absent : figureText(figure)}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
