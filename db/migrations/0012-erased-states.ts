import type { Migration } from './migration.ts'

/** Text of evidence, of which the planner needs to know nothing: no sample of it gets into the statistics. */
const TEXTS = ['evidence', 'surroundings']

/**
 * That past states can no longer be told whole is a fact of its own: what cannot be computed again because retention
 * took its rows is told from what somebody has changed. And internal evidence has an end: what stays is the hash that
 * its handling shows.
 */
export const erasedStates: Migration = {
  name: '0012-erased-states',
  sql: () => `
-- The last transaction that took states of incidents or layers out of the record for good.
ALTER TABLE city ADD COLUMN erased_xid xid8 NOT NULL DEFAULT '0';

-- A seal outlives its evidence, without the salt. That it is the evidence's own was seen when it was made.
ALTER TABLE review_seal
  DROP CONSTRAINT review_seal_review_id_version_fkey,
  ADD FOREIGN KEY (review_id) REFERENCES review,
  ALTER COLUMN salt DROP NOT NULL;

${TEXTS.map((name) => `ALTER TABLE review_evidence ALTER COLUMN ${name} SET STATISTICS 0;`).join('\n')}
`,
}
