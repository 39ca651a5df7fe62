import { useEffect, useMemo } from 'preact/hooks'
import type { WatchedReviewResponse } from '../../../server/reviews/watch/contract.ts'
import { createResource } from '../../app/api/resource.ts'
import { useSite, useTexts } from '../../app/site-context.ts'
import { useReview } from '../review-context.ts'
import { loadWatches } from './load-watches.ts'
import { useWatchMessages } from './messages.ts'
import styles from './watch-notice.module.css'
import prose from '../../ui/prose.module.css'

/** What has changed since the evidence of the review was computed; nothing where nothing has. */
export function WatchNotice() {
  const { review } = useReview()
  const { http } = useSite()
  const messages = useWatchMessages()
  const watch = useMemo(() => createResource<readonly WatchedReviewResponse[]>(), [])
  const { id, sha256, sealedSha256 } = review
  const isWatched = sha256 !== null && sealedSha256 === null
  useEffect(() => {
    if (isWatched) void watch.load((signal) => loadWatches(http, signal, id))
    else watch.clear()
  }, [id, sha256, isWatched])
  const { value, failure } = watch.state.value
  const found = value?.[0]
  if (failure !== null || found?.state === 'failed' || found?.state === 'postponed')
    return <p class={prose.note}>{messages.failed}</p>
  if (found?.state === 'other-method') return <p class={prose.note}>{messages.otherMethod}</p>
  return found?.state === 'changed' ? <Changed watched={found} /> : null
}

function Changed({ watched }: { readonly watched: WatchedReviewResponse }) {
  const { formats, language } = useTexts()
  const messages = useWatchMessages()
  const { changes, computedAt, cutAt } = watched
  return (
    <section class={`${prose.note} ${styles.notice}`} data-part="watch-notice" aria-labelledby="watch">
      <h3 id="watch">{messages.changed(changes.length)}</h3>
      <p>
        {messages.lead(formats.date(computedAt))} {cutAt !== null && messages.asOf(formats.date(cutAt))}
      </p>
      <ul class={styles.changes}>
        {changes.map(({ finding, change, before, now }) => (
          <li key={finding}>
            <strong>{messages.kinds[change]}</strong>
            <dl>
              <dt>{messages.before}</dt>
              <dd>{before?.[language] ?? messages.none}</dd>
              <dt>{messages.now}</dt>
              <dd>{now?.[language] ?? messages.none}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
