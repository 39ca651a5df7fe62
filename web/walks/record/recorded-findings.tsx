import type { ReadonlySignal } from '@preact/signals'
import { createFormats } from '../../i18n/formats.ts'
import type { Language } from '../../i18n/language.ts'
import { FINDING_NAMES } from '../finding-names.ts'
import { RECORD_MESSAGES, type RecordMessages } from './record-messages.ts'
import type { FindingOutbox, WaitingFinding } from './waiting-finding.ts'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'

interface RecordedFindingsProps {
  readonly walkId: number
  readonly outbox: FindingOutbox
  readonly language: ReadonlySignal<Language>
  readonly onEdit: (finding: WaitingFinding) => void
}

/** What was noted on this walk with this phone: what waits, what was refused and why, what came through. */
export function RecordedFindings({ walkId, outbox, language, onEdit }: RecordedFindingsProps) {
  const messages = RECORD_MESSAGES[language.value]
  const names = FINDING_NAMES[language.value]
  const waiting = outbox.waiting.value.filter((one) => one.walkId === walkId)
  const sent = outbox.receipts.value.filter((one) => one.walkId === walkId)
  if (waiting.length + sent.length === 0) return null
  const { count } = createFormats(language.value)
  return (
    <details class={prose.fold} open={waiting.some(({ refusal }) => refusal !== null)}>
      <summary role="status">
        {messages.count(count(waiting.length + sent.length))}
        {waiting.length > 0 && ` · ${count(waiting.length)} ${messages.waiting}`}
      </summary>
      <ul>
        {waiting.map((finding) => (
          <li key={finding.reportId} data-part="waiting-report">
            {names[finding.kind]} · {messages.waiting}
            {finding.refusal !== null && (
              <div class={prose.failure}>
                <p>{refusalText(finding.refusal, messages)}</p>
                {finding.text !== null && <p>”{finding.text}”</p>}
                <p class={controls.row}>
                  <button type="button" class={controls.quietButton} onClick={() => onEdit(finding)}>
                    {messages.edit}
                  </button>
                  <button
                    type="button"
                    class={controls.quietButton}
                    onClick={() => void outbox.remove(finding.reportId)}
                  >
                    {messages.remove}
                  </button>
                </p>
              </div>
            )}
          </li>
        ))}
        {sent.map(({ reportId, kind }) => (
          <li key={reportId} data-part="receipt">
            {names[kind]} · {messages.sent}
          </li>
        ))}
      </ul>
    </details>
  )
}

function refusalText(code: string, { refused }: RecordMessages): string {
  return Object.hasOwn(refused, code) ? refused[code as keyof typeof refused] : refused.other
}
