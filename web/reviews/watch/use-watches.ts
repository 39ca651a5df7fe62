import { useEffect, useMemo } from 'preact/hooks'
import type { WatchedReviewResponse } from '../../../server/reviews/watch/contract.ts'
import { createResource } from '../../app/api/resource.ts'
import { useSite } from '../../app/site-context.ts'
import { loadWatches } from './load-watches.ts'
import { useWatchMessages } from './messages.ts'

/** The notice of each open review that has one, by its id; a list without notices where they cannot be read. */
export function useWatchNotices(): ReadonlyMap<number, string> {
  const { http, session } = useSite()
  const messages = useWatchMessages()
  const watches = useMemo(() => createResource<readonly WatchedReviewResponse[]>(), [])
  useEffect(() => void watches.load((signal) => loadWatches(http, signal)), [session.renewals.value])
  return new Map(
    (watches.state.value.value ?? []).flatMap(({ reviewId, state, changes }): [number, string][] => {
      if (state === 'changed') return [[reviewId, messages.brief(changes.length)]]
      return state === 'failed' ? [[reviewId, messages.failedBriefly]] : []
    }),
  )
}
