import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { BeforeForm } from './before-form.tsx'
import { DetailsForm } from './details-form.tsx'
import { clearDraft, type Draft, reportOf, useDraft } from './draft.ts'
import { KindButtons } from './kind-buttons.tsx'
import { MyReports } from './my-reports.tsx'
import { refusalText } from './refusal-text.ts'
import { useReportPlaces } from './report-places.ts'
import { ReceiptView } from './receipt-view.tsx'
import type { ReportPlaces, WaitingReport } from './report-calls.ts'
import { useReportSite, useReportTexts } from './report-context.ts'
import { SentNote } from './sent-note.tsx'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'
import prose from '../../ui/prose.module.css'
import styles from './report.module.css'

/** The page on a phone: what was seen, where if one likes, sent; then what becomes of it. */
export function ReportPage() {
  const { language, address, outbox, nowMs } = useReportSite()
  const { messages } = useReportTexts()
  const draft = useDraft()
  const sent = useSignal<WaitingReport | null>(null)
  const lastToken = useRef(address.value.token)
  const { token, receipt } = address.value
  if (receipt === null) lastToken.current = token
  const { places, failure } = useReportPlaces(lastToken.current, draft.areaId)
  // Nobody is asked to fill in what will be refused; what is typed already stays.
  const isOpen = failure === null || failure === 'offline'
  const main = useRef<HTMLElement>(null)
  const step = receipt ?? sent.value?.reportId ?? draft.kind.value
  useFocusOn(step, main)
  const send = async () => {
    const report = reportOf(draft, lastToken.current, nowMs())
    await outbox.add(report)
    sent.value = report
    clearDraft(draft)
  }
  const edit = (report: WaitingReport) => {
    draft.areaId.value = report.areaId
    draft.kind.value = report.kind
    draft.position.value = report.position
    draft.text.value = report.text ?? ''
    sent.value = null
    void outbox.remove(report.reportId)
  }
  return (
    <>
      <header class={styles.header}>
        <span>Lägesbild</span>
        <button
          type="button"
          class={controls.linkButton}
          lang={language.value === 'sv' ? 'en' : 'sv'}
          onClick={() => (language.value = language.value === 'sv' ? 'en' : 'sv')}
        >
          {messages.switchLanguage}
        </button>
      </header>
      <main class={`page ${styles.page}`} ref={main} tabIndex={-1}>
        <h1>{messages.title}</h1>
        {places?.areas.length === 1 && <p class={styles.at}>{messages.at(places.areas[0]!.name)}</p>}
        <BeforeForm />
        {failure !== null && (
          <p class={`${prose.note} ${styles.trouble}`} role="status">
            {failure === 'offline' ? messages.offline : refusalText(failure, messages)}{' '}
            {failure === 'unauthenticated' && <a href="/?page=sign-in">{messages.signIn}</a>}
          </p>
        )}
        {receipt !== null && <ReceiptView key={receipt} reportId={receipt} token={lastToken.current} />}
        {receipt === null && sent.value !== null && (
          <SentNote
            report={sent.value}
            cityReportUrl={places?.cityReportUrl ?? null}
            onAgain={() => (sent.value = null)}
          />
        )}
        {receipt === null && sent.value === null && (isOpen || hasStarted(draft)) && (
          <Form token={lastToken.current} draft={draft} places={places} onSend={() => void send()} />
        )}
        <MyReports onEdit={edit} />
      </main>
    </>
  )
}

function hasStarted({ kind, text }: Draft): boolean {
  return kind.value !== null || text.value !== ''
}

interface FormProps {
  readonly token: string | null
  readonly draft: Draft
  readonly places: ReportPlaces | null
  readonly onSend: () => void
}

function Form({ token, draft, places, onSend }: FormProps) {
  const { messages } = useReportTexts()
  const areas = places?.areas ?? []
  const isAboutSomewhere = token !== null || draft.areaId.value !== null
  return (
    <>
      {areas.length > 1 && (
        <label class={fields.field}>
          <span class={fields.label}>{messages.which}</span>
          <select
            value={String(draft.areaId.value ?? '')}
            onChange={({ currentTarget }) => {
              draft.areaId.value = currentTarget.value === '' ? null : Number(currentTarget.value)
              draft.position.value = null
            }}
          >
            <option value="">{messages.choosePlace}</option>
            {areas.map(({ id, name }) => (
              <option key={id} value={String(id)}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {isAboutSomewhere && draft.kind.value === null && (
        <KindButtons onChoose={(kind) => (draft.kind.value = kind)} />
      )}
      {isAboutSomewhere && draft.kind.value !== null && (
        <DetailsForm draft={draft} places={places} onSend={onSend} />
      )}
    </>
  )
}

/** Moves the focus, and whoever reads by ear, to a step that has begun; not to the first one. */
function useFocusOn(step: string | null, main: { readonly current: HTMLElement | null }): void {
  const last = useRef(step)
  useEffect(() => {
    if (last.current === step) return
    last.current = step
    const { current } = main
    current?.focus({ preventScroll: true })
    current?.querySelector('section, form')?.scrollIntoView({ block: 'start' })
  }, [step])
}
