import type {
  ChecklistPointer,
  ChecklistResponse,
  CitableResponse,
} from '../../../server/reviews/checklist/contract.ts'
import { ImpersonalInput } from '../../app/shell/impersonal-input.tsx'
import { useSite } from '../../app/site-context.ts'
import { type ChecklistForm, NO_RESPONSE } from './checklist-draft.ts'
import { checklistMessages } from './messages.ts'
import { keyOf, wordsOfPointer } from './pointer-words.ts'
import styles from './checklist.module.css'
import weighing from '../weighing-section.module.css'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'

const MAX_POINTERS = 10

interface QuestionFieldsProps {
  readonly question: { readonly id: string; readonly sv: string; readonly en: string }
  readonly citable: readonly CitableResponse[]
  readonly form: ChecklistForm
}

/** A question with its response, a line of text and what the response rests on. */
export function QuestionFields({ question, citable, form }: QuestionFieldsProps) {
  const language = useSite().language.value
  const messages = checklistMessages[language]
  const { id } = question
  const { response, text, restsOn } = form.drafts.value[id] ?? NO_RESPONSE
  return (
    <fieldset class={`${weighing.tradeOff} ${styles.question}`} data-part="checklist-question">
      <legend>{question[language]}</legend>
      <div class={weighing.judgements}>
        {(Object.keys(messages.responses) as ChecklistResponse[]).map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={`checklist-${id}`}
              checked={response === choice}
              onChange={() => form.set(id, { response: choice })}
            />
            {messages.responses[choice]}
          </label>
        ))}
        {response !== null && (
          <button type="button" class={controls.linkButton} onClick={() => form.set(id, NO_RESPONSE)}>
            {messages.clear}
          </button>
        )}
      </div>
      {response !== null && (
        <>
          <label class={fields.field}>
            <span class={fields.label}>{messages.text}</span>
            <ImpersonalInput
              maxLength={500}
              value={text}
              onText={(written) => form.set(id, { text: written })}
            />
          </label>
          <RestsOn
            restsOn={restsOn}
            citable={citable}
            onChange={(changed) => form.set(id, { restsOn: changed })}
          />
        </>
      )}
    </fieldset>
  )
}

interface RestsOnProps {
  readonly restsOn: readonly ChecklistPointer[]
  readonly citable: readonly CitableResponse[]
  readonly onChange: (restsOn: readonly ChecklistPointer[]) => void
}

/** What a response rests on, chosen among what the review has. */
function RestsOn({ restsOn, citable, onChange }: RestsOnProps) {
  const language = useSite().language.value
  const messages = checklistMessages[language]
  const taken = new Set(restsOn.map(keyOf))
  const free = citable.filter((one) => !taken.has(keyOf(one)))
  const kinds = (Object.keys(messages.kinds) as CitableResponse['kind'][]).filter((kind) =>
    free.some((one) => one.kind === kind),
  )
  return (
    <>
      {restsOn.length > 0 && (
        <ul class={styles.rests} aria-label={messages.restsOn}>
          {restsOn.map((pointer) => {
            const words = wordsOfPointer(pointer, citable, language)
            return (
              <li key={keyOf(pointer)}>
                <span>{words}</span>
                <button
                  type="button"
                  class={controls.iconButton}
                  aria-label={messages.remove(words)}
                  onClick={() => onChange(restsOn.filter((other) => keyOf(other) !== keyOf(pointer)))}
                >
                  <svg viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M5 5l10 10M15 5L5 15" />
                  </svg>
                </button>
              </li>
            )
          })}
        </ul>
      )}
      {kinds.length > 0 && restsOn.length < MAX_POINTERS && (
        <label class={fields.field}>
          <span class={fields.label}>{messages.add}</span>
          <select
            value=""
            onChange={({ currentTarget }) => {
              const chosen = free.find((one) => keyOf(one) === currentTarget.value)
              currentTarget.value = ''
              if (chosen !== undefined) onChange([...restsOn, pointerOf(chosen)])
            }}
          >
            <option value="">{messages.choose}</option>
            {kinds.map((kind) => (
              <optgroup key={kind} label={messages.kinds[kind]}>
                {free.map((one) =>
                  one.kind === kind ? (
                    <option key={keyOf(one)} value={keyOf(one)}>
                      {one.words[language]}
                    </option>
                  ) : null,
                )}
              </optgroup>
            ))}
          </select>
        </label>
      )}
    </>
  )
}

function pointerOf({ kind, id }: CitableResponse): ChecklistPointer {
  return { kind, id } as ChecklistPointer
}
