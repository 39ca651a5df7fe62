import type { Migration } from './migration.ts'

/**
 * The disclosure counter, which serialises concurrent publications, and the kinds of premises released by area only.
 */
export const reported: Migration = {
  name: '0014-told',
  sql: () => `
-- How often anything was told: a release published, a handling made. Who tells locks the one row, and finds there the
-- count that his attack began with, or begins anew.
CREATE TABLE told (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  times int NOT NULL DEFAULT 0 CHECK (times >= 0)
);
INSERT INTO told DEFAULT VALUES;
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON told
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_forgetting();

-- Releases leave some kinds of premises out: of a kind that nobody knows, nothing would be left out.
ALTER TABLE context_feature ADD CONSTRAINT context_feature_kind_check
  CHECK (kind IN ('land', 'park', 'square', 'building', 'street', 'path', 'rail', 'station', 'school', 'care_home', 'clinic',
    'shelter', 'congregation', 'lamp', 'place_name'));
`,
}
