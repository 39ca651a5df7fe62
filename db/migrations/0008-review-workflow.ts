import type { Migration } from './migration.ts'

/** The states of a review, its handling, and who was asked. */
export const reviewWorkflow: Migration = {
  name: '0008-review-workflow',
  sql: () => 'SELECT 1;',
}
