import { useEffect, useMemo } from 'preact/hooks'
import { pathTo } from '../../server/platform/http/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { DocumentSummary } from '../../server/reviews/documents/contract.ts'
import { CityText } from '../ui/city-text.tsx'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { createResource } from '../app/api/resource.ts'
import { useSite } from '../app/site-context.ts'
import type { PlaceCalls } from './place-calls.ts'
import { usePlaceMessages } from './messages.ts'
import { useStartMessages } from '../public-site/messages.ts'
import sections from '../ui/sections.module.css'

/** The published reviews that touch the partner's places. */
export function PlaceDocuments({ calls }: { readonly calls: PlaceCalls }) {
  const { language } = useSite()
  const { place: messages, formats } = usePlaceMessages()
  const { done } = useStartMessages()
  const publicDocuments = useMemo(() => createResource<readonly DocumentSummary[]>(), [])
  useEffect(() => void publicDocuments.load((signal) => calls.handlings(signal)), [])
  const { value, failure } = publicDocuments.state.value
  return (
    <section class={sections.section} aria-labelledby="handlings">
      <h2 id="handlings">{messages.handlings}</h2>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void publicDocuments.retry()} />}
      {value?.length === 0 && <p>{messages.noDocuments}</p>}
      {value !== null && value.length > 0 && (
        <ul class={sections.sentences}>
          {value.map(({ id, title, caseNumber, decision, decidedAt }) => (
            <li key={id}>
              <CityText>{title}</CityText>
              {caseNumber !== null && ` (${caseNumber})`}:{' '}
              {done.decided(done.decisions[decision], formats.date(decidedAt))}.{' '}
              <a href={`${pathTo(REVIEW_PATHS.documentPage, { id })}?lang=${language.value}`}>
                {messages.read}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
