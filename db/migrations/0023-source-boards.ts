import type { Migration } from './migration.ts'

/** The organisations that may read a source and on what ground, and whether documents may cite its figures. */
export const sourceBoards: Migration = {
  name: '0023-source-boards',
  sql: () => `
-- [{"organisation": its id, "ground"}]; null = every organisation of the permitted roles.
ALTER TABLE source ADD COLUMN boards jsonb
  CONSTRAINT source_boards_check CHECK (boards IS NULL OR jsonb_typeof(boards) = 'array');
ALTER TABLE source ADD COLUMN citable boolean NOT NULL DEFAULT true;
`,
}
