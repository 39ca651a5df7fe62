/**
 * The public documents now published: for each review whose last event of publishing or withdrawing is a publication,
 * the document of that stage. Few events are of these kinds, so one sort suffices.
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

/** Number and last time of events that published or withdrew a document; events never change. */
export const PUBLISHED_SO_FAR_SQL = `
SELECT concat(count(*), ' ', max(at)) AS mark FROM review_event WHERE kind IN ('published', 'withdrawn')`
