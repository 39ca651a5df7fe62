import type { Migration } from './migration.ts'

/** Releases and their files. */
export const releases: Migration = {
  name: '0009-releases',
  sql: () => 'SELECT 1;',
}
