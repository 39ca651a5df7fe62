import type { Migration } from './migration.ts'

/** Surveys of felt safety. */
export const surveys: Migration = {
  name: '0010-surveys',
  sql: () => 'SELECT 1;',
}
