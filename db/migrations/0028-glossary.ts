import type { Migration } from './migration.ts'

/** What the city words anew of the glossary, who answers for what, and the target groups: each version stays. */
export const glossary: Migration = {
  name: '0028-glossary',
  sql: () => `
CREATE TABLE glossary_version (
  key text NOT NULL CHECK (key ~ '^[a-z0-9-]{1,60}$'),
  -- From 1; what came with the product is version 0 and is not stored.
  revision int NOT NULL CHECK (revision >= 1),
  content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL CHECK (changed_by <> ''),
  changed_name text,
  PRIMARY KEY (key, revision)
);
ALTER TABLE glossary_version ALTER COLUMN content SET STATISTICS 0;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON glossary_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_forgetting();
`,
}
