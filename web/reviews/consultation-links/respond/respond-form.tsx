import { useSignal } from '@preact/signals'
import { CITY_LANGUAGE } from '../../../../server/platform/messages.ts'
import { findPersonalData } from '../../../../server/platform/personal-data/find-personal-data.ts'
import type { OpenedConsultationLink } from '../../../../server/reviews/consultation-links/contract.ts'
import { asFailure } from '../../../app/api/problem.ts'
import { createFormats } from '../../../i18n/formats.ts'
import type { Language } from '../../../i18n/language.ts'
import { personalDataText } from '../../../i18n/personal-data-text.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { CityText } from '../../../ui/city-text.tsx'
import type { RespondMessages } from './respond-messages-sv.ts'
import styles from './respond.module.css'
import controls from '../../../ui/controls.module.css'
import fields from '../../../ui/fields.module.css'
import prose from '../../../ui/prose.module.css'

interface RespondFormProps {
  readonly link: OpenedConsultationLink
  readonly messages: RespondMessages
  readonly language: Language
  readonly onSend: (text: string) => Promise<OpenedConsultationLink>
  readonly onSent: (text: string, link: OpenedConsultationLink) => void
  /** The link takes no response any more. */
  readonly onGone: () => void
}

/** What is asked about which proposal, and the response. */
export function RespondForm({ link, messages, language, onSend, onSent, onGone }: RespondFormProps) {
  const text = useSignal('')
  const busy = useSignal(false)
  const problem = useSignal<'none' | 'empty' | 'named' | 'offline'>('none')
  const formats = createFormats(language)
  const send = async (event: Event) => {
    event.preventDefault()
    const written = text.peek().trim()
    problem.value = written === '' ? 'empty' : findPersonalData(written) === null ? 'none' : 'named'
    if (problem.value !== 'none') return document.getElementById('response')?.focus()
    busy.value = true
    try {
      onSent(written, await onSend(written))
    } catch (error) {
      if (asFailure(error).code === 'gone') onGone()
      else problem.value = 'offline'
    } finally {
      busy.value = false
    }
  }
  const named = problem.value === 'named' ? findPersonalData(text.value) : null
  const problemText =
    named !== null
      ? personalDataText(named, language)
      : problem.value === 'empty' || problem.value === 'offline'
        ? messages[problem.value]
        : null
  return (
    <>
      <h1>
        {messages.title}: <CityText>{link.title}</CityText>
      </h1>
      <p class={styles.to}>
        {messages.to(link.party)}
        {link.caseNumber !== null && ` · ${link.caseNumber}`}
      </p>
      {link.map !== null && (
        <img
          class={styles.map}
          src={`data:image/svg+xml,${encodeURIComponent(standalone(link.map[language]))}`}
          alt={messages.about}
        />
      )}
      <h2>{messages.asked}</h2>
      <p class={styles.question}>
        <CityText>{link.question}</CityText>
      </p>
      <p>{messages.lastDay(formats.date(link.lastDay))}</p>
      <form onSubmit={(event) => void send(event)}>
        <p class={styles.publicRecord}>{messages.publicRecord}</p>
        <label class={fields.label} for="response">
          {messages.response}
        </label>
        <textarea
          id="response"
          class={styles.text}
          lang={CITY_LANGUAGE}
          rows={8}
          maxLength={2000}
          value={text.value}
          aria-invalid={problem.value !== 'none'}
          aria-describedby="response-problem"
          onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        />
        <p class={fields.problem} id="response-problem" role="alert">
          {problemText}
        </p>
        <ActionButton class={controls.strongButton} idle={busy.value}>
          {messages.send}
        </ActionButton>
        <p class={prose.hint} role="status">
          {busy.value && messages.sending}
        </p>
      </form>
    </>
  )
}

/** Markup of an SVG that is shown as an image needs its namespace. */
function standalone(svg: string): string {
  return svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
}
