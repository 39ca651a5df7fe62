import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { OpenedConsultationLink } from '../../../../server/reviews/consultation-links/contract.ts'
import { REVIEW_PATHS } from '../../../../server/reviews/paths.ts'
import type { HttpClient } from '../../../app/api/http-client.ts'
import { asFailure } from '../../../app/api/problem.ts'
import type { Language } from '../../../i18n/language.ts'
import { Receipt } from './receipt.tsx'
import { RespondForm } from './respond-form.tsx'
import { respondEn } from './respond-messages-en.ts'
import { type RespondMessages, respondSv } from './respond-messages-sv.ts'
import styles from './respond.module.css'
import controls from '../../../ui/controls.module.css'
import prose from '../../../ui/prose.module.css'

const MESSAGES: Readonly<Record<Language, RespondMessages>> = { sv: respondSv, en: respondEn }

interface RespondPageProps {
  readonly http: HttpClient
  readonly language: Signal<Language>
  /** Of the link, from the fragment, which no server is sent. */
  readonly token: ReadonlySignal<string>
}

/** What was found of a link; `offline` where nobody responded. */
type Found = OpenedConsultationLink | 'loading' | 'unknown' | 'offline'

/** The page by which a consulted party responds once, without an account. */
export function RespondPage({ http, language, token }: RespondPageProps) {
  const messages = MESSAGES[language.value]
  const found = useSignal<Found>('loading')
  const sent = useSignal<{ readonly text: string; readonly link: OpenedConsultationLink } | null>(null)
  const main = useRef<HTMLElement>(null)
  const load = async (of: string) => {
    found.value = 'loading'
    sent.value = null
    const opened = http.send<OpenedConsultationLink>('POST', REVIEW_PATHS.consultationLinkOpening, {
      token: of,
    })
    found.value = await opened.catch((error) => (isUnknown(asFailure(error).code) ? 'unknown' : 'offline'))
  }
  useEffect(() => void load(token.value), [token.value])
  useEffect(() => {
    document.title = messages.documentTitle
  }, [messages])
  useEffect(() => {
    if (sent.value !== null) main.current?.focus()
  }, [sent.value])
  const other = language.value === 'sv' ? 'en' : 'sv'
  const link = found.value
  return (
    <>
      <header class={styles.header}>
        <span>Lägesbild</span>
        <button
          type="button"
          class={controls.linkButton}
          lang={other}
          onClick={() => (language.value = other)}
        >
          {messages.switchLanguage}
        </button>
      </header>
      <main class={`page ${styles.page}`} ref={main} tabIndex={-1}>
        {sent.value !== null && <Receipt {...sent.value} messages={messages} language={language.value} />}
        {sent.value === null && link === 'loading' && <p role="status">{messages.loading}</p>}
        {sent.value === null && link === 'offline' && (
          <>
            <h1>{messages.title}</h1>
            <p class={prose.note} role="alert">
              {messages.offline}
            </p>
            <button type="button" class={controls.button} onClick={() => void load(token.peek())}>
              {messages.tryAgain}
            </button>
          </>
        )}
        {sent.value === null && link === 'unknown' && <Closed {...messages.states.unknown} />}
        {sent.value === null && typeof link === 'object' && link.state !== 'open' && (
          <Closed {...messages.states[link.state]} link={link} />
        )}
        {sent.value === null && typeof link === 'object' && link.state === 'open' && (
          <RespondForm
            link={link}
            messages={messages}
            language={language.value}
            onSend={(text) =>
              http.send('POST', REVIEW_PATHS.consultationLinkResponse, { token: token.peek(), text })
            }
            onSent={(text, now) => (sent.value = { text, link: now })}
            onGone={() => void load(token.peek())}
          />
        )}
      </main>
    </>
  )
}

function isUnknown(code: string): boolean {
  return code === 'not-found' || code === 'invalid-body'
}

interface ClosedProps {
  readonly title: string
  readonly text: string
  readonly link?: OpenedConsultationLink
}

/** Why a link takes no response, and the way out. */
function Closed({ title, text, link }: ClosedProps) {
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      {link !== undefined && link.caseNumber !== null && <p class={prose.hint}>{link.caseNumber}</p>}
    </>
  )
}
