import { useSignal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { useResource } from '../app/api/use-resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { CityText } from '../ui/city-text.tsx'
import { LinkPoster } from './link-poster.tsx'
import { useObservationMessages } from './messages.ts'
import { NewLinkForm } from './new-link-form.tsx'
import type { MadeReportLink, ObservationCalls, ReportArea, ReportLink } from './observation-calls.ts'
import styles from './report-links.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

interface ReportLinksProps {
  readonly calls: ObservationCalls
  readonly areas: readonly ReportArea[]
}

/** The links that observations come by: made, printed, revoked. */
export function ReportLinks({ calls, areas }: ReportLinksProps) {
  const { observations: messages } = useObservationMessages()
  const links = useResource((signal) => calls.links(signal))
  const made = useSignal<MadeReportLink | null>(null)
  const failed = useSignal<RequestFailed | null>(null)
  const doing = async (work: () => Promise<unknown>): Promise<boolean> => {
    failed.value = null
    try {
      await work()
      await links.retry()
      return true
    } catch (error) {
      failed.value = asFailure(error)
      return false
    }
  }
  const revoke = (link: ReportLink) => {
    if (window.confirm(messages.revokeSure(link.label))) void doing(() => calls.revokeLink(link.id))
  }
  const { value, failure } = links.state.value
  return (
    <section class={styles.section} aria-labelledby="links">
      <h2 id="links">{messages.links}</h2>
      <p class={prose.hint}>{messages.linksLead}</p>
      {made.value !== null && <LinkPoster made={made.value} onDone={() => (made.value = null)} />}
      {failure !== null && <FailureNote failure={failure} onRetry={() => void links.retry()} />}
      {failed.value !== null && <FailureNote failure={failed.value} />}
      {value?.length === 0 && <p>{messages.noLinks}</p>}
      <ul class={styles.links}>
        {value?.map((link) => (
          <LinkRow key={link.id} link={link} onRevoke={() => revoke(link)} />
        ))}
      </ul>
      <NewLinkForm
        areas={areas}
        onMake={(areaId, label) => doing(async () => void (made.value = await calls.makeLink(areaId, label)))}
      />
    </section>
  )
}

function LinkRow({ link, onRevoke }: { readonly link: ReportLink; readonly onRevoke: () => void }) {
  const { observations: messages, formats } = useObservationMessages()
  const { label, areaName, made, revokedAt } = link
  return (
    <li>
      <div>
        <p>
          <CityText>{label}</CityText>
        </p>
        <p class={prose.hint}>
          <CityText>{areaName}</CityText> · {messages.madeOn(formats.date(made.at))}
          {revokedAt !== null && ` · ${messages.revoked(formats.date(revokedAt))}`}
        </p>
      </div>
      {revokedAt === null && (
        <button
          type="button"
          class={controls.quietButton}
          aria-label={messages.revokeFor(label)}
          onClick={onRevoke}
        >
          {messages.revoke}
        </button>
      )}
    </li>
  )
}
