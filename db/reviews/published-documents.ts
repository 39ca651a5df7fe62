/**
 * The handlings that are published now: of each review the last of its events that publish or withdraw, where that
 * publishes, and the handling of the stage that it names. Few events are of these kinds, so one sort suffices.
 */
export const PUBLISHED_DOCUMENTS_SQL = `
SELECT handling.*, latest.at AS published_at
FROM (
  SELECT DISTINCT ON (review_id) review_id, kind, at, detail
  FROM review_event
  WHERE kind IN ('published', 'withdrawn')
  ORDER BY review_id, revision DESC
) latest
JOIN review_handling handling
  ON handling.review_id = latest.review_id AND handling.stage = latest.detail ->> 'stage'
WHERE latest.kind = 'published'
ORDER BY handling.review_id`

/** How many events have published or withdrawn a handling, and when the last did: events are never taken away or changed. */
export const PUBLISHED_SO_FAR_SQL = `
SELECT concat(count(*), ' ', max(at)) AS mark FROM review_event WHERE kind IN ('published', 'withdrawn')`
