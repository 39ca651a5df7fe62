import type { Migration } from './migration.ts'

/** Who a proposal belongs to, and who recorded what a source holds. */
export const ownership: Migration = {
  name: '0007-ownership',
  sql: () => 'SELECT 1;',
}
