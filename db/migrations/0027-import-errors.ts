import type { Migration } from './migration.ts'

/** Why an import failed, in Swedish beside English; null for those that failed before. */
export const importErrors: Migration = {
  name: '0027-import-errors',
  sql: () => `
ALTER TABLE import ADD COLUMN error_sv text CHECK (error_sv IS NULL OR error IS NOT NULL);
`,
}
