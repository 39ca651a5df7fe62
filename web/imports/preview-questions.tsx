import type { Preview } from './import-calls.ts'
import type { ImportDesk } from './import-desk.ts'
import { useImportMessages } from './messages.ts'
import styles from './imports-page.module.css'
import controls from '../ui/controls.module.css'

interface PreviewQuestionsProps {
  readonly desk: ImportDesk
  readonly preview: Preview
}

/** What only a person can tell of a file: which day is meant, which coordinate system it is in. */
export function PreviewQuestions({
  desk,
  preview: { question, missing, likelySystems },
}: PreviewQuestionsProps) {
  const { imports: messages, formats, language } = useImportMessages()
  const isUnplaced = missing.includes('crs') && likelySystems.length > 0
  return (
    <>
      {question !== null && (
        <div
          class={styles.question}
          role="group"
          aria-label={messages.question(question.column, question.text)}
        >
          <p>{messages.question(question.column, question.text)}</p>
          <p class={controls.row}>
            {question.readings.map(({ timeFormat, means }) => (
              <button
                key={timeFormat}
                type="button"
                class={controls.quietButton}
                onClick={() => desk.readTimesAs(timeFormat)}
              >
                {means === null ? timeFormat : formats.date(means.slice(0, 10))}
              </button>
            ))}
          </p>
        </div>
      )}
      {missing.includes('crs') && likelySystems.length === 0 && (
        <p class={styles.question}>{messages.systemUnknown}</p>
      )}
      {isUnplaced && (
        <div class={styles.question} role="group" aria-label={messages.system}>
          <p>{messages.system}</p>
          <ul class={styles.systems}>
            {likelySystems.map((system) => (
              <li key={`${system.srid} ${system.exchanged}`}>
                <button type="button" class={controls.quietButton} onClick={() => desk.useSystem(system)}>
                  {system.name}
                  {system.exchanged && `, ${messages.exchanged}`}: {system.place[language]}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
