import { CityText } from '../ui/city-text.tsx'
import type { PerceivedSafetySeries } from './perceived-safety.ts'
import { perceivedSafetyText, indicatorWords, marginWords, respondentWords } from './perceived-safety-text.ts'
import { useSurveyMessages } from './messages.ts'
import styles from './perceived-safety-section.module.css'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'
import tables from '../ui/tables.module.css'

/** How safe residents say that they feel: a sentence a question, the split by group folded away. */
export function PerceivedSafetySection({ answers }: { readonly answers: readonly PerceivedSafetySeries[] }) {
  const texts = useSurveyMessages()
  const { felt } = texts
  return (
    <section class={sections.section} aria-labelledby="felt-title">
      <h2 id="felt-title">{felt.title}</h2>
      {answers.length === 0 ? (
        <p>{felt.none}</p>
      ) : (
        <>
          <p class={prose.hint}>{felt.lead}</p>
          <ul class={sections.sentences}>
            {answers.map((answer) => {
              const [first, ...rest] = perceivedSafetyText(answer, texts)
              return (
                <li key={answer.indicator}>
                  {first}
                  {rest.length > 0 && <span class={styles.more}> {rest.join(' ')}</span>}
                </li>
              )
            })}
          </ul>
          {answers.some(({ groups }) => groups.length > 0) && (
            <details class={prose.fold}>
              <summary>{felt.groups}</summary>
              {answers.map((answer) => (
                <GroupsTable key={answer.indicator} answer={answer} />
              ))}
            </details>
          )}
        </>
      )}
    </section>
  )
}

function GroupsTable({ answer: { indicator, groups } }: { readonly answer: PerceivedSafetySeries }) {
  const texts = useSurveyMessages()
  const { felt, formats } = texts
  if (groups.length === 0) return null
  return (
    <table class={tables.figures}>
      <caption>{`… ${indicatorWords(indicator, texts)}`}</caption>
      <thead>
        <tr>
          <th scope="col">{felt.group}</th>
          <th scope="col">{felt.share2}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((figure) => (
          <tr key={figure.group}>
            <th scope="row">{respondentWords(figure.group, texts) ?? <CityText>{figure.group}</CityText>}</th>
            <td>
              {figure.percent === null
                ? felt.few
                : `${formats.decimal(figure.percent, 0)} %${marginWords(figure, texts)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
