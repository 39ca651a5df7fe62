import { REVIEW_PATHS } from '../../../server/reviews/paths.ts'
import type { WatchedReviewResponse } from '../../../server/reviews/watch/contract.ts'
import type { HttpClient } from '../../app/api/http-client.ts'

/** The open reviews compared with the data as they are now, or one of them. */
export async function loadWatches(
  { get }: Pick<HttpClient, 'get'>,
  signal?: AbortSignal,
  reviewId?: number,
): Promise<readonly WatchedReviewResponse[]> {
  const search = reviewId === undefined ? '' : `?reviewId=${reviewId}`
  const { items } = await get<{ readonly items: readonly WatchedReviewResponse[] }>(
    `${REVIEW_PATHS.reviewWatches}${search}`,
    signal,
  )
  return items
}
