import type { Migration } from './migration.ts'

/** Columns of evidence, excluded from the planner's statistics so that no sample is kept there. */
const TEXTS = ['evidence', 'surroundings']

/**
 * Records that states were erased, so that evidence that cannot be recomputed because of retention is distinguished
 * from altered evidence. Internal evidence has a retention; the hash in its public document stays.
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
