import type { Migration } from './migration.ts'

/** Audit intents, stored before work: one still here when its process is gone has an unknown outcome. */
export const auditIntents: Migration = {
  name: '0013-begun-work',
  sql: () => `
CREATE TABLE audit_begun (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  action text NOT NULL CHECK (action <> ''),
  subject text,
  actor text NOT NULL CHECK (actor ~ '^((account|key)/[0-9]+|operator|anonymous)$'),
  actor_name text,
  session_id int
);
`,
}
