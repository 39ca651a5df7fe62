import type { Migration } from './migration.ts'

/** Accounts, organisations, sessions and invitations. */
export const people: Migration = {
  name: '0005-people',
  sql: () => 'SELECT 1;',
}
