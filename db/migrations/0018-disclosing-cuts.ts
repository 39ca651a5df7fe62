import type { Migration } from './migration.ts'

/**
 * Whether a cut discloses anything. A disclosing cut may follow a non-disclosing one in the same month, so that the
 * first incidents disclosed to planners and coordinators need not wait.
 */
export const disclosingCuts: Migration = {
  name: '0018-disclosing-cuts',
  sql: () => `
ALTER TABLE unit_cut ADD COLUMN discloses boolean NOT NULL DEFAULT true;
ALTER TABLE unit_cut DROP CONSTRAINT unit_cut_epoch_month_key;
ALTER TABLE unit_cut ADD CONSTRAINT unit_cut_month UNIQUE (epoch, month, discloses);
`,
}
