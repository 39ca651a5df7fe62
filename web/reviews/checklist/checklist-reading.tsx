import type { ChecklistView } from '../../../server/reviews/checklist/contract.ts'
import { useSite } from '../../app/site-context.ts'
import { CityText } from '../../ui/city-text.tsx'
import { useReview } from '../review-context.ts'
import { checklistMessages } from './messages.ts'
import { keyOf, wordsOfPointer } from './pointer-words.ts'
import styles from './checklist.module.css'
import reading from '../weighed-reading.module.css'
import prose from '../../ui/prose.module.css'

/** The checklist, read-only: the questions that have a response. */
export function ChecklistReading({ view: { checklist, citable } }: { readonly view: ChecklistView }) {
  const { review } = useReview()
  const language = useSite().language.value
  const messages = checklistMessages[language]
  const responses = review.checklist?.responses ?? {}
  const locked = review.sealedSha256 !== null
  const aspects = checklist.aspects.flatMap(({ id, name, questions }) => {
    const given = questions.filter((question) => responses[question.id] !== undefined)
    return given.length === 0 ? [] : [{ id, name, questions: given }]
  })
  if (aspects.length === 0) return <p class={prose.hint}>{messages.empty}</p>
  return (
    <>
      {locked && <p class={prose.hint}>{messages.frozen(checklist.version)}</p>}
      {aspects.map(({ id, name, questions }) => (
        <section key={id} aria-label={name[language]}>
          <h3>{name[language]}</h3>
          <dl class={reading.weighed}>
            {questions.map((question) => {
              const { response, text, restsOn } = responses[question.id]!
              return (
                <div key={question.id}>
                  <dt>
                    {question[language]} <em>{messages.responses[response]}</em>
                  </dt>
                  {text !== null && (
                    <dd>
                      <CityText>{text}</CityText>
                    </dd>
                  )}
                  {restsOn.length > 0 && (
                    <dd>
                      <ul class={styles.rests}>
                        {restsOn.map((pointer) => (
                          <li key={keyOf(pointer)}>{wordsOfPointer(pointer, citable, language)}</li>
                        ))}
                      </ul>
                    </dd>
                  )}
                </div>
              )
            })}
          </dl>
        </section>
      ))}
    </>
  )
}
