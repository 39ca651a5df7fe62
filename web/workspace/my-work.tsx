import { useComputed } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { CityText } from '../ui/city-text.tsx'
import { createResource } from '../app/api/resource.ts'
import { reviewAddress } from '../app/route.ts'
import { useSite, useTexts } from '../app/site-context.ts'
import { PublicPlaces } from '../places/public-places.tsx'
import { useProposal } from '../proposals/proposal.ts'
import { useShell } from './shell.ts'
import { createReviewCalls, type ReviewSummary } from '../reviews/review-calls.ts'
import { useWatchNotices } from '../reviews/watch/use-watches.ts'
import { useReviewMessages } from '../reviews/review-context.ts'
import reviewLinks from '../reviews/review-links.module.css'
import blocks from '../ui/blocks.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'
import styles from './my-work.module.css'

/**
 * A planner's overview: new proposal, own reviews with a next step, others' reviews that await a lock, and how recent
 * the data are.
 */
export function MyWork() {
  const { http, session } = useSite()
  const { panel } = useShell()
  const proposal = useProposal()
  const { errors } = useTexts()
  const messages = useReviewMessages().mine
  const notices = useWatchNotices()
  const reviews = useMemo(() => createResource<readonly ReviewSummary[]>(), [])
  const titles = useComputed(
    () =>
      new Map((proposal.saved.state.value.value ?? []).map(({ id, properties }) => [id, properties.title])),
  )
  useEffect(() => {
    void proposal.loadSaved()
    void reviews.load((abort) => createReviewCalls(http).latest(abort))
  }, [session.renewals.value])
  const name = session.user.value?.name
  const own = reviews.state.value.value?.filter(
    ({ mayEdit, mayLock, ownerName, state }) =>
      (mayEdit && ownerName === name && state !== 'followed_up') || (state === 'screening' && mayLock),
  )
  return (
    <section class={`${blocks.block} ${styles.work}`} aria-labelledby="my-work">
      <button
        type="button"
        class={`${controls.mainButton} ${styles.new}`}
        onClick={() => (panel.value = 'proposal')}
      >
        {messages.newProposal}
      </button>
      <h2 class={blocks.title} id="my-work">
        {messages.title}
      </h2>
      {own?.length === 0 && <p class={prose.hint}>{messages.none}</p>}
      <ul class={reviewLinks.links}>
        {own?.map((review) => (
          <MyReview
            key={review.id}
            review={review}
            title={titles.value.get(review.proposalId ?? 0)}
            notice={notices.get(review.id)}
          />
        ))}
      </ul>
      {reviews.state.value.failure !== null && <p class={prose.hint}>{errors.title}</p>}
      {session.user.value?.role === 'coordinator' && <PublicPlaces />}
    </section>
  )
}

interface MyReviewProps {
  readonly review: ReviewSummary
  readonly title: string | undefined
  /** Of the watch. */
  readonly notice: string | undefined
}

function MyReview({ review, title, notice }: MyReviewProps) {
  const { language } = useTexts()
  const messages = useReviewMessages()
  return (
    <li>
      <a href={reviewAddress(review.id, language)}>
        <span class={reviewLinks.state} data-state={review.state}>
          {messages.states[review.state]}
        </span>
        {title === undefined ? (
          <span>{messages.number(String(review.id))}</span>
        ) : (
          <CityText>{title}</CityText>
        )}
        <small>
          {review.state === 'screening' && !review.mayLock
            ? messages.mine.waits
            : messages.mine.next[review.state]}
        </small>
        {notice !== undefined && <small>{notice}</small>}
      </a>
    </li>
  )
}
