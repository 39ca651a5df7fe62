import type { ReadonlySignal, Signal } from '@preact/signals'
import { findPersonalData } from '../../../server/platform/personal-data/find-personal-data.ts'
import type { Language } from '../../i18n/language.ts'
import { ImpersonalWords } from '../../observations/report/impersonal-words.tsx'
import { PositionPicker } from '../../observations/report/position-picker.tsx'
import { FINDING_KINDS, FINDING_NAMES } from '../finding-names.ts'
import type { Finding, WalkPlaces } from '../walk-calls.ts'
import { RECORD_MESSAGES } from './record-messages.ts'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'
import styles from '../../observations/report/report.module.css'

/** A finding as it is made. */
export interface FindingDraft {
  readonly kind: Signal<Finding['kind'] | null>
  readonly position: Signal<Finding['position']>
  readonly text: Signal<string>
  readonly who: Signal<string>
}

interface FindingFormProps {
  readonly draft: FindingDraft
  readonly ground: WalkPlaces['ground']
  readonly language: ReadonlySignal<Language>
  readonly onSend: () => void
}

/** What is seen, one press; then where, in words, and who answers for it, all of which may be left out. */
export function FindingForm({ draft, ground, language, onSend }: FindingFormProps) {
  const messages = RECORD_MESSAGES[language.value]
  const names = FINDING_NAMES[language.value]
  const { kind, position, text, who } = draft
  if (kind.value === null)
    return (
      <section aria-labelledby="what">
        <h2 id="what">{messages.what}</h2>
        <p class={styles.hint}>{messages.about}</p>
        <div class={styles.kinds}>
          {FINDING_KINDS.map((one) => (
            <button key={one} type="button" class={styles.kind} onClick={() => (kind.value = one)}>
              {names[one]}
            </button>
          ))}
        </div>
      </section>
    )
  const isClean = [text, who].every((words) => findPersonalData(words.value) === null)
  return (
    <form
      class={fields.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isClean) onSend()
        else event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      }}
    >
      <p class={styles.chosen}>
        <strong>{names[kind.value]}</strong>{' '}
        <button type="button" class={controls.linkButton} onClick={() => (kind.value = null)}>
          {messages.change}
        </button>
      </p>
      <button type="submit" class={`${controls.mainButton} ${styles.send}`}>
        {messages.note}
      </button>
      <PositionPicker ground={ground} position={position} />
      <ImpersonalWords id="finding-text" label={messages.text} text={text} maxLength={200} />
      <ImpersonalWords id="finding-who" label={messages.who} text={who} maxLength={120} />
      <button type="submit" class={controls.mainButton}>
        {messages.note}
      </button>
    </form>
  )
}
