import type { Migration } from './migration.ts'

/** The monthly cuts as of which planners and coordinators get figures. Drops the former log of their checks. */
export const unitCuts: Migration = {
  name: '0015-unit-cuts',
  sql: () => `
CREATE TABLE unit_cut (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  change_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  -- The city's calendar month in which it was made: one a month.
  month text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
  made_at timestamptz NOT NULL,
  epoch uuid NOT NULL,
  visible pg_snapshot NOT NULL,
  snapshot_version text NOT NULL CHECK (snapshot_version ~ '^[0-9a-f]{32}$'),
  -- How often rows were erased since: what was computed from them is computed again from those that are left.
  purges int NOT NULL DEFAULT 0 CHECK (purges >= 0),
  UNIQUE (epoch, month)
);
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON unit_cut
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_forgetting();
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON unit_cut
  FOR EACH STATEMENT EXECUTE FUNCTION tell_layer_changed();

DROP TABLE recent_check;
`,
}
