import { Terms } from '../glossary/terms.tsx'
import { CityText } from '../ui/city-text.tsx'
import type { PerceivedSafetySeries } from './perceived-safety.ts'
import { perceivedSafetyText, indicatorText, marginText, respondentText } from './perceived-safety-text.ts'
import { useSurveyMessages } from './messages.ts'
import styles from './perceived-safety-section.module.css'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'
import tables from '../ui/tables.module.css'

/** Perceived safety by surveys: a sentence per question, the split by group folded. */
export function PerceivedSafetySection({ answers }: { readonly answers: readonly PerceivedSafetySeries[] }) {
  const texts = useSurveyMessages()
  const { felt: perceivedSafety } = texts
  return (
    <section class={sections.section} aria-labelledby="felt-title">
      <h2 id="felt-title">
        <Terms>{perceivedSafety.title}</Terms>
      </h2>
      {answers.length === 0 ? (
        <p>{perceivedSafety.none}</p>
      ) : (
        <>
          <p class={prose.hint}>{perceivedSafety.lead}</p>
          <ul class={sections.sentences}>
            {answers.map((figures) => {
              const [first, ...rest] = perceivedSafetyText(figures, texts)
              return (
                <li key={figures.indicator}>
                  {first}
                  {rest.length > 0 && <span class={styles.more}> {rest.join(' ')}</span>}
                </li>
              )
            })}
          </ul>
          {answers.some(({ groups }) => groups.length > 0) && (
            <details class={prose.fold}>
              <summary>{perceivedSafety.groups}</summary>
              {answers.map((figures) => (
                <GroupsTable key={figures.indicator} figures={figures} />
              ))}
            </details>
          )}
        </>
      )}
    </section>
  )
}

function GroupsTable({ figures: { indicator, groups } }: { readonly figures: PerceivedSafetySeries }) {
  const texts = useSurveyMessages()
  const { felt: perceivedSafety, formats } = texts
  if (groups.length === 0) return null
  return (
    <table class={tables.figures}>
      <caption>{`… ${indicatorText(indicator, texts)}`}</caption>
      <thead>
        <tr>
          <th scope="col">{perceivedSafety.group}</th>
          <th scope="col">{perceivedSafety.share2}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((figure) => (
          <tr key={figure.group}>
            <th scope="row">{respondentText(figure.group, texts) ?? <CityText>{figure.group}</CityText>}</th>
            <td>
              {figure.percent === null
                ? perceivedSafety.few
                : `${formats.decimal(figure.percent, 0)} %${marginText(figure, texts)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
