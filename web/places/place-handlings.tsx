import { useEffect, useMemo } from 'preact/hooks'
import { pathTo } from '../../server/platform/http/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { HandlingSummary } from '../../server/reviews/documents/contract.ts'
import { CityText } from '../ui/city-text.tsx'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { createResource } from '../app/api/resource.ts'
import { useSite } from '../app/site-context.ts'
import type { PlaceCalls } from './place-calls.ts'
import { usePlaceMessages } from './messages.ts'
import { useStartMessages } from '../public-site/messages.ts'
import sections from '../ui/sections.module.css'

/** The published reviews that touch the partner's places. */
export function PlaceHandlings({ calls }: { readonly calls: PlaceCalls }) {
  const { language } = useSite()
  const { place: words, formats } = usePlaceMessages()
  const { done } = useStartMessages()
  const handlings = useMemo(() => createResource<readonly HandlingSummary[]>(), [])
  useEffect(() => void handlings.load((signal) => calls.handlings(signal)), [])
  const { value, failure } = handlings.state.value
  return (
    <section class={sections.section} aria-labelledby="handlings">
      <h2 id="handlings">{words.handlings}</h2>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void handlings.retry()} />}
      {value?.length === 0 && <p>{words.noHandlings}</p>}
      {value !== null && value.length > 0 && (
        <ul class={sections.sentences}>
          {value.map(({ id, title, caseNumber, decision, decidedAt }) => (
            <li key={id}>
              <CityText>{title}</CityText>
              {caseNumber !== null && ` (${caseNumber})`}:{' '}
              {done.decided(done.decisions[decision], formats.date(decidedAt))}.{' '}
              <a href={`${pathTo(REVIEW_PATHS.documentPage, { id })}?lang=${language.value}`}>{words.read}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
