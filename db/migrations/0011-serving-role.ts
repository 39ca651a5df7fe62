import type { Migration } from './migration.ts'

/** What the role that serves may do. */
export const servingRole: Migration = {
  name: '0011-serving-role',
  sql: () => 'SELECT 1;',
}
