import type { Migration } from './migration.ts'

/** An id that whoever sends a work item makes for it, so that the same one sent again is stored once. */
export const sentOnce: Migration = {
  name: '0024-sent-once',
  sql: () => `
ALTER TABLE work_item ADD COLUMN sent_id text UNIQUE CHECK (sent_id ~ '^[0-9a-f]{32}$');
`,
}
