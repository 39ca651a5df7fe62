import type { Migration } from './migration.ts'

/** Kinds of organisations with the areas that they answer for, and the roles reporter, reader and registrar. */
export const whoIsWho: Migration = {
  name: '0022-who-is-who',
  sql: () => `
ALTER TABLE organisation DROP CONSTRAINT organisation_kind_check;
ALTER TABLE organisation ADD CONSTRAINT organisation_kind_check
  CHECK (kind IN ('board', 'company', 'police', 'party'));
-- Until now staff belonged to an organisation for its name only: theirs are boards, and so keep the whole city.
UPDATE organisation SET kind = 'board' WHERE kind = 'party'
  AND EXISTS (SELECT FROM app_user u WHERE u.organisation_id = organisation.id AND u.role <> 'partner')
  AND NOT EXISTS (SELECT FROM app_user u WHERE u.organisation_id = organisation.id AND u.role = 'partner')
  AND NOT EXISTS (SELECT FROM api_key k WHERE k.organisation_id = organisation.id);
-- What an organisation is decides what its people read.
CREATE TRIGGER tell_access AFTER UPDATE OF kind ON organisation
  FOR EACH STATEMENT EXECUTE FUNCTION tell_access_changed();

ALTER TABLE organisation_place RENAME TO organisation_area;
ALTER INDEX organisation_place_area_id RENAME TO organisation_area_area_id;
ALTER TABLE organisation_area DROP CONSTRAINT organisation_place_kind_check;
ALTER TABLE organisation_area ADD CONSTRAINT organisation_area_kind_check CHECK (kind IN ('place', 'district'));
ALTER TABLE organisation_area ALTER COLUMN kind DROP DEFAULT;
-- From the first day through the last; null = without a limit.
ALTER TABLE organisation_area ADD COLUMN valid_from date;
ALTER TABLE organisation_area ADD COLUMN valid_to date;
ALTER TABLE organisation_area ADD CONSTRAINT organisation_area_valid_check CHECK (valid_from <= valid_to);

ALTER TABLE app_user DROP CONSTRAINT app_user_role_check;
ALTER TABLE app_user ADD CONSTRAINT app_user_role_check CHECK (
  role IN ('reporter', 'partner', 'planner', 'coordinator', 'analyst', 'reader', 'registrar', 'admin'));
ALTER TABLE api_key DROP CONSTRAINT api_key_role_check;
ALTER TABLE api_key ADD CONSTRAINT api_key_role_check CHECK (
  role IN ('reporter', 'partner', 'planner', 'coordinator', 'analyst', 'reader', 'registrar', 'admin'));
-- A key reads the sources of its organisation.
ALTER TABLE api_key DROP CONSTRAINT api_key_partner_is_bound;
ALTER TABLE api_key ADD CONSTRAINT api_key_partner_is_bound CHECK (role <> 'partner' OR organisation_id IS NOT NULL);
`,
}
