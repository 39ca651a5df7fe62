import type { Migration } from './migration.ts'

/** Owners of proposals, registers of sources, and recent checks. */
export const ownership: Migration = {
  name: '0007-ownership',
  sql: ({ srid }) => `
ALTER TABLE source ADD COLUMN register text NOT NULL DEFAULT 'other'
  CHECK (register IN ('police', 'city', 'other'));

-- The account or key that recorded it; null for what is older than accounts.
ALTER TABLE proposal ADD COLUMN created_by text CHECK (created_by ~ '^((account|key)/[1-9][0-9]*|operator)$');

-- Footprints that were checked in the last days, so that one which repeats another is noticed. No answer is kept.
CREATE TABLE recent_check (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  actor text NOT NULL CHECK (actor ~ '^(account|key)/[1-9][0-9]*$'),
  checked_at timestamptz NOT NULL,
  from_minute int NOT NULL,
  to_minute int NOT NULL CHECK (from_minute < to_minute),
  ring_metres int[] NOT NULL,
  geom geometry(Geometry, ${srid}) NOT NULL
    CHECK (geometrytype(geom) IN ('POLYGON', 'MULTIPOLYGON') AND NOT st_isempty(geom)),
  -- SHA-256 of the question: the same one asked again is one row.
  question text NOT NULL CHECK (question ~ '^[0-9a-f]{64}$'),
  UNIQUE (actor, question)
);
CREATE INDEX recent_check_checked_at ON recent_check (checked_at);
`,
}
