import { useToday } from '../app/today.ts'
import { useSignal } from '@preact/signals'
import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { ChoiceSelect } from '../ui/choice-select.tsx'
import { useKeptText } from '../ui/kept-text.ts'
import { ReportEntry } from './report-entry.tsx'
import { usePaperMessages } from './messages.ts'
import type { AreaItems, BoardReport, PaperCalls } from './paper-calls.ts'
import { emptyDraft, entriesOf, type ReportDraft, reportedOf } from './report-draft.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'
import styles from './papers-page.module.css'

interface BoardReportFormProps {
  readonly areaId: number
  readonly items: AreaItems
  readonly calls: PaperCalls
  readonly onStored: () => Promise<unknown>
}

const OCCASIONS: readonly BoardReport['occasion'][] = ['vp', 't1', 't2', 'vb']

/** The material of a reporting date: how each goal and activity stands. A draft until it is filed. */
export function BoardReportForm({ areaId, items, calls, onStored }: BoardReportFormProps) {
  const { papers: messages } = usePaperMessages()
  const kept = useKeptText(`board report of ${areaId}`)
  const failed = useSignal<RequestFailed | null>(null)
  const done = useSignal<BoardReport['state'] | null>(null)
  const thisYear = Number(useToday().slice(0, 4))
  const draft = kept.value === '' ? emptyDraft(thisYear) : (JSON.parse(kept.value) as ReportDraft)
  const set = (part: Partial<ReportDraft>) => {
    done.value = null
    kept.value = JSON.stringify({ ...draft, ...part })
  }
  const reported = reportedOf(items)
  const { occasion, year, board } = draft
  const stored =
    items.reports.find(
      (report) => report.occasion === occasion && report.year === year && report.state === 'draft',
    ) ?? null
  const store = async (state: 'draft' | 'filed') => {
    failed.value = null
    const report = { areaId, occasion, year, board: board.trim(), entries: entriesOf(reported, draft), state }
    try {
      await calls.saveReport(report, stored)
      if (state === 'filed') kept.value = ''
      done.value = state
      await onStored()
    } catch (error) {
      failed.value = asFailure(error)
    }
  }
  return (
    <details class={`${prose.fold} ${styles.part}`}>
      <summary>{messages.report}</summary>
      {reported.length === 0 && <p class={prose.hint}>{messages.nothingToReport}</p>}
      {reported.length > 0 && (
        <form
          class={fields.form}
          onSubmit={(event) => {
            event.preventDefault()
            void store('filed')
          }}
        >
          <div class={styles.choices}>
            <ChoiceSelect
              label={messages.occasion}
              value={occasion}
              choices={OCCASIONS}
              words={(own) => messages.occasions[own]}
              onChange={(own) => set({ occasion: own })}
            />
            <label class={fields.field}>
              <span class={fields.label}>{messages.year}</span>
              <input
                type="number"
                min={2000}
                max={2199}
                required
                value={year}
                onInput={({ currentTarget }) => set({ year: Number(currentTarget.value) })}
              />
            </label>
            <label class={fields.field}>
              <span class={fields.label}>{messages.board}</span>
              <input
                type="text"
                lang={CITY_LANGUAGE}
                maxLength={120}
                required
                value={board}
                onInput={({ currentTarget }) => set({ board: currentTarget.value })}
              />
            </label>
          </div>
          <h3>{messages.entries}</h3>
          {reported.map((item) => (
            <ReportEntry
              key={item.id}
              title={item.title}
              entry={draft.entries[item.id] ?? { status: null, sentence: '' }}
              onChange={(entry) => set({ entries: { ...draft.entries, [item.id]: entry } })}
            />
          ))}
          {failed.value !== null && <FailureNote failure={failed.value} />}
          <div class={styles.actions}>
            <ActionButton class={controls.strongButton} idle={false}>
              {messages.file}
            </ActionButton>
            <button type="button" class={controls.quietButton} onClick={() => void store('draft')}>
              {messages.saveDraft}
            </button>
            <span class={prose.hint}>{messages.fileHint}</span>
          </div>
          <p role="status">
            {done.value === null ? '' : done.value === 'filed' ? messages.filed : messages.saved}
          </p>
        </form>
      )}
    </details>
  )
}
