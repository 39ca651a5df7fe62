import type { OpenedConsultationLink } from '../../../../server/reviews/consultation-links/contract.ts'
import { createFormats } from '../../../i18n/formats.ts'
import type { Language } from '../../../i18n/language.ts'
import { CityText } from '../../../ui/city-text.tsx'
import type { RespondMessages } from './respond-messages-sv.ts'
import styles from './respond.module.css'
import controls from '../../../ui/controls.module.css'

interface ReceiptProps {
  readonly link: OpenedConsultationLink
  readonly text: string
  readonly messages: RespondMessages
  readonly language: Language
}

/** Thanks, with what was sent. */
export function Receipt({ link, text, messages, language }: ReceiptProps) {
  const day = createFormats(language).date(link.answeredOn ?? link.lastDay)
  return (
    <>
      <h1>{messages.thanks}</h1>
      <p>{messages.receipt(link.party, day)}</p>
      <p class={styles.to}>
        <CityText>{link.title}</CityText>
        {link.caseNumber !== null && ` · ${link.caseNumber}`}
      </p>
      <blockquote class={styles.question} data-part="receipt">
        <CityText>{text}</CityText>
      </blockquote>
      <button type="button" class={controls.quietButton} onClick={() => window.print()}>
        {messages.print}
      </button>
    </>
  )
}
