/** Time of the last event of a review, for a row of `review_evidence`. */
const LAST_EVENT = '(SELECT max(at) FROM review_event WHERE review_event.review_id = held.review_id)'

/**
 * Replaced versions, and evidence of idle reviews that were never locked. Binding, twice: the time before which it
 * was computed, and since which there is no event.
 */
export const UNLOCKED_EVIDENCE = `
FROM review_evidence AS held
WHERE (computed_at < ?::timestamptz AND EXISTS (
    SELECT FROM review_evidence AS newer
    WHERE newer.review_id = held.review_id AND newer.version > held.version))
  OR (${LAST_EVENT} < ?::timestamptz AND NOT EXISTS (
    SELECT FROM review_event
    WHERE review_event.review_id = held.review_id AND state NOT IN ('draft', 'screening')))`

/** Sealed evidence of reviews idle since a time. Binding: that time. */
export const SEALED_EVIDENCE = `
FROM review_evidence AS held
JOIN review_seal USING (review_id, version)
WHERE ${LAST_EVENT} < ?::timestamptz`

/**
 * Deletes evidence and the salt of its seal, without which the hash in the public document cannot be used to guess
 * figures. Bindings: those of `which`, maximum of rows.
 */
export const eraseEvidence = (which: string) => `
WITH due AS MATERIALIZED (SELECT held.review_id, held.version ${which} LIMIT ?),
unsealed AS (
  UPDATE review_seal SET salt = NULL FROM due
  WHERE (review_seal.review_id, review_seal.version) = (due.review_id, due.version)
)
DELETE FROM review_evidence USING due
WHERE (review_evidence.review_id, review_evidence.version) = (due.review_id, due.version)`
