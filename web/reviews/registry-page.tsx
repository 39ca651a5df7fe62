import { useEffect, useMemo } from 'preact/hooks'
import { pathTo } from '../../server/platform/http/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import { reviewAddress } from '../app/route.ts'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite, useTexts } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { createReviewCalls, type PublishedSummary, type ReviewSummary } from './review-calls.ts'
import { useReviewMessages } from './review-context.ts'
import { useWatchNotices } from './watch/use-watches.ts'
import sections from '../ui/sections.module.css'
import prose from '../ui/prose.module.css'

interface Registry {
  readonly documents: readonly PublishedSummary[]
  readonly reviews: readonly ReviewSummary[]
  readonly titles: ReadonlyMap<number, string>
}

/** A registrar's page: published documents, and the reviews that they come from. */
export function RegistryPage() {
  const { http, language, session } = useSite()
  const messages = useReviewMessages()
  const { registry: own } = messages
  const { app, formats } = useTexts()
  const notices = useWatchNotices()
  const found = useMemo(() => createResource<Registry>(), [])
  const load = () =>
    found.load(async (signal) => {
      const calls = createReviewCalls(http)
      const [documents, reviews, titles] = await Promise.all([
        calls.published(signal),
        calls.latest(signal),
        calls.titles(signal),
      ])
      return { documents, reviews, titles }
    })
  useEffect(() => void load(), [session.renewals.value])
  useTitle(own.title)
  const { value, failure } = found.state.value
  const mayOpen = session.user.value?.rights.includes('reviews.write') ?? false
  const pageOf = (path: Parameters<typeof pathTo>[0], id: number) =>
    `${pathTo(path, { id })}?lang=${language.value}`
  return (
    <PageFrame>
      <h1>{own.title}</h1>
      <p class={prose.quiet}>{mayOpen ? own.staffLead : own.lead}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value === null && failure === null && <p role="status">{app.loading}</p>}
      {value !== null && (
        <>
          <section class={sections.section} aria-labelledby="documents">
            <h2 id="documents">{own.documents}</h2>
            {value.documents.length === 0 && <p>{own.noDocuments}</p>}
            <ul class={sections.sentences}>
              {value.documents.map(({ id, title, caseNumber, decidedAt }) => (
                <li key={id}>
                  <CityText>{title}</CityText>
                  {caseNumber !== null && ` (${caseNumber})`}, {formats.date(decidedAt)}.{' '}
                  <a href={pageOf(REVIEW_PATHS.documentPage, id)}>{own.read}</a>
                </li>
              ))}
            </ul>
          </section>
          <section class={sections.section} aria-labelledby="reviews">
            <h2 id="reviews">{own.reviews}</h2>
            {value.reviews.length === 0 && <p>{own.noReviews}</p>}
            <ul class={sections.sentences}>
              {value.reviews.map(({ id, proposalId, state, caseNumber }) => (
                <li key={id}>
                  <CityText>{value.titles.get(proposalId ?? 0) ?? own.untitled}</CityText>
                  {caseNumber !== null && ` (${caseNumber})`}: {messages.states[state]}.{' '}
                  {notices.has(id) && <strong>{notices.get(id)}. </strong>}
                  <a href={mayOpen ? reviewAddress(id, language.value) : pageOf(REVIEW_PATHS.reviewPage, id)}>
                    {mayOpen ? own.open : own.read}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </PageFrame>
  )
}
