/** When anything last happened to a review; its row in `review_evidence` is looked at. */
const LAST_EVENT = '(SELECT max(at) FROM review_event WHERE review_event.review_id = held.review_id)'

/**
 * Versions that a newer one has replaced, and what was computed for reviews that were never locked and lie idle. Binding,
 * twice: computed before, and nothing has happened since.
 */
export const UNLOCKED_EVIDENCE = `
FROM review_evidence AS held
WHERE (computed_at < ?::timestamptz AND EXISTS (
    SELECT FROM review_evidence AS newer
    WHERE newer.review_id = held.review_id AND newer.version > held.version))
  OR (${LAST_EVENT} < ?::timestamptz AND NOT EXISTS (
    SELECT FROM review_event
    WHERE review_event.review_id = held.review_id AND state NOT IN ('draft', 'screening')))`

/** What lies sealed behind handlings that are long done with. Binding: nothing has happened since. */
export const SEALED_EVIDENCE = `
FROM review_evidence AS held
JOIN review_seal USING (review_id, version)
WHERE ${LAST_EVENT} < ?::timestamptz`

/**
 * Deletes some evidence and, of what was sealed, the salt: without it nobody can guess at figures by the hash that the
 * handling shows. Bindings: those of `which`, rows at most.
 */
export const eraseEvidence = (which: string) => `
WITH due AS MATERIALIZED (SELECT held.review_id, held.version ${which} LIMIT ?),
unsealed AS (
  UPDATE review_seal SET salt = NULL FROM due
  WHERE (review_seal.review_id, review_seal.version) = (due.review_id, due.version)
)
DELETE FROM review_evidence USING due
WHERE (review_evidence.review_id, review_evidence.version) = (due.review_id, due.version)`
