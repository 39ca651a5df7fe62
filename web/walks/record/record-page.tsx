import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals'
import { useKeptText } from '../../ui/kept-text.ts'
import type { Language } from '../../i18n/language.ts'
import type { Finding, Walk, WalkCalls } from '../walk-calls.ts'
import { EarlierPoints } from './earlier-points.tsx'
import { FindingForm, type FindingDraft } from './finding-form.tsx'
import { type KnownWalks, useKnownWalks } from './known-walks.ts'
import { RecordedFindings } from './recorded-findings.tsx'
import { RECORD_MESSAGES } from './record-messages.ts'
import type { FindingOutbox, WaitingFinding } from './waiting-finding.ts'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'
import styles from '../../observations/report/report.module.css'

interface RecordPageProps {
  readonly calls: WalkCalls
  readonly outbox: FindingOutbox
  /** 0 where the address names none. */
  readonly walkId: Signal<number>
  readonly language: Signal<Language>
}

/** The page on a phone while one walks: what is seen, where, and who answers; sent when there is a line. */
export function RecordPage({ calls, outbox, walkId, language }: RecordPageProps) {
  const messages = RECORD_MESSAGES[language.value]
  const { known, failure } = useKnownWalks(calls, walkId)
  const walk = known?.walks.find(({ id }) => id === walkId.value)
  const other = language.value === 'sv' ? 'en' : 'sv'
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
      <main class={`page ${styles.page}`} tabIndex={-1}>
        <h1>{messages.title}</h1>
        {walk !== undefined && (
          <p class={styles.at}>
            {messages.at(walk.areaName)} · <a href={`/?walk=${walk.id}`}>{messages.toWalk}</a>
          </p>
        )}
        <p class={styles.publicRecord}>{messages.publicRecord}</p>
        {failure !== null && (
          <p class={`${prose.note} ${styles.trouble}`} role="status">
            {failure === 'offline' ? messages.offline : messages.unauthenticated}{' '}
            {failure === 'unauthenticated' && <a href="/?page=sign-in">{messages.signIn}</a>}
          </p>
        )}
        {known !== null && walk === undefined && (
          <WalkChoice known={known} isUnknown={walkId.value !== 0} language={language} />
        )}
        {known !== null && walk !== undefined && (
          <Recorder key={walk.id} walk={walk} known={known} outbox={outbox} language={language} />
        )}
      </main>
    </>
  )
}

function WalkChoice({
  known: { walks },
  isUnknown,
  language,
}: {
  readonly known: KnownWalks
  readonly isUnknown: boolean
  readonly language: ReadonlySignal<Language>
}) {
  const messages = RECORD_MESSAGES[language.value]
  const planned = walks.filter(({ state }) => state === 'planned')
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{messages.choose}</h2>
      {isUnknown && <p class={styles.hint}>{messages.unknown}</p>}
      {planned.length === 0 && <p class={styles.hint}>{messages.none}</p>}
      <ul>
        {planned.map(({ id, areaName, dueOn }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {areaName}, {dueOn}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RecorderProps {
  readonly walk: Walk
  readonly known: KnownWalks
  readonly outbox: FindingOutbox
  readonly language: ReadonlySignal<Language>
}

function Recorder({ walk, known, outbox, language }: RecorderProps) {
  const messages = RECORD_MESSAGES[language.value]
  const draft: FindingDraft = {
    kind: useSignal<Finding['kind'] | null>(null),
    position: useSignal<Finding['position']>(null),
    text: useKeptText(`finding of walk ${walk.id}`),
    who: useKeptText(`who of walk ${walk.id}`),
  }
  const note = (finding: Pick<WaitingFinding, 'kind' | 'position' | 'text' | 'who' | 'repeats'>) =>
    outbox.add({ ...finding, reportId: newId(), refusal: null, walkId: walk.id, areaId: walk.areaId })
  const send = async () => {
    const [text, who] = [draft.text.peek().trim(), draft.who.peek().trim()]
    const words = { text: text === '' ? null : text, who: who === '' ? null : who }
    await note({ kind: draft.kind.peek()!, position: draft.position.peek(), ...words, repeats: null })
    clear(draft)
  }
  const edit = ({ reportId, kind, position, text, who }: WaitingFinding) => {
    draft.kind.value = kind
    draft.position.value = position
    draft.text.value = text ?? ''
    draft.who.value = who ?? ''
    void outbox.remove(reportId)
  }
  return (
    <>
      <RecordedFindings walkId={walk.id} outbox={outbox} language={language} onEdit={edit} />
      {!outbox.lasts && <p class={styles.hint}>{messages.keptBriefly}</p>}
      <FindingForm draft={draft} ground={known.ground} language={language} onSend={() => void send()} />
      {draft.kind.value === null && (
        <EarlierPoints
          points={known.earlier.filter(({ dueOn }) => dueOn !== null)}
          outbox={outbox}
          walkId={walk.id}
          language={language}
          onLook={(point, kind) =>
            void note({ kind, position: point.position, text: null, who: point.who, repeats: point.id })
          }
        />
      )}
    </>
  )
}

function clear({ kind, position, text, who }: FindingDraft): void {
  kind.value = null
  position.value = null
  text.value = who.value = ''
}

/** 128 random bits: the same finding sent again is stored once. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
