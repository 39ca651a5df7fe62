import type { Migration } from './migration.ts'

const REVISION_COLUMNS = `content_hash, from_minute, to_minute, reported_minute, weight, import_id, revision,
    source_ordinal, category_index, flags, setting_code, precision_code, live, external_id, text,
    retracted_reason, geom`

/** Columns of free text, excluded from the planner's statistics so that no sample is kept there. */
const TEXTS = ['incident.text', 'incident_revision.text', 'import_reject.text', 'import_reject.detail']

/**
 * Restricts the serving role: history is written by triggers that run as the owner, and only the owner erases.
 * Erasure leaves marks that date transactions, and a horizon for the feed.
 */
export const servingRole: Migration = {
  name: '0011-serving-role',
  sql: () => `
-- When a transaction was: what has no time of its own is as old as the newest mark after it.
CREATE TABLE erasure_mark (
  xid xid8 PRIMARY KEY DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL
);

-- What is left of an erased incident: nothing but its number (gone), or what keeps a later file from bringing back
-- what a person has retracted: where it came from and until when it may be remembered (emptied).
ALTER TABLE incident ADD COLUMN erasure text
  CONSTRAINT incident_erasure_check CHECK (
    erasure IS NULL OR (erasure IN ('gone', 'emptied') AND NOT live AND text IS NULL));
CREATE INDEX incident_erasure ON incident (id) WHERE erasure = 'gone';

-- Who stands before it may have missed what has gone for good, and reads everything again.
ALTER TABLE city ADD COLUMN feed_horizon xid8 NOT NULL DEFAULT '0';

-- The setting is anybody's; that it counts is the owner's alone.
CREATE FUNCTION is_erasing() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_setting('lagesbild.purge', true) IS NOT DISTINCT FROM 'on' AND pg_has_role(session_user, relowner, 'USAGE')
  FROM pg_class WHERE oid = 'public.city'::regclass
$$;

CREATE OR REPLACE FUNCTION refuse_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_erasing() THEN
    RAISE EXCEPTION '% of % is refused: what was recorded stays, except to the purge', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'append_only';
  END IF;
  RETURN NULL;
END $$;

-- The purge stamps what readers must hear of itself, and what it overwrites is not to be kept.
CREATE FUNCTION stamp_incident() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('lagesbild.purge', true) = 'on' AND is_erasing() THEN
    RETURN NEW;
  END IF;
  NEW.change_xid := pg_current_xact_id();
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;
DROP TRIGGER stamp ON incident;
CREATE TRIGGER stamp BEFORE UPDATE ON incident FOR EACH ROW EXECUTE FUNCTION stamp_incident();

CREATE OR REPLACE FUNCTION keep_incident_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_erasing() THEN
    RETURN NULL;
  END IF;
  INSERT INTO incident_revision (incident_id, began_xid, ended_xid, ${REVISION_COLUMNS})
  SELECT id, change_xid, pg_current_xact_id(), ${REVISION_COLUMNS} FROM superseded;
  RETURN NULL;
END $$;

-- History and the feed's marks are written by the database in the owner's name, not by whoever serves.
ALTER FUNCTION keep_incident_revisions() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION keep_layer_revision() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION tell_layer_changed() SECURITY DEFINER SET search_path = public, pg_temp;

-- Only an owner may have statistics gathered, and a large import needs them.
CREATE FUNCTION analyze_incidents() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE incident;
END $$;

${TEXTS.map((column) => column.split('.'))
  .map(([table, name]) => `ALTER TABLE ${table} ALTER COLUMN ${name} SET STATISTICS 0;`)
  .join('\n')}
`,
}
