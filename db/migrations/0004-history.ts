import type { Migration } from './migration.ts'

const REVISION_COLUMNS = `content_hash, from_minute, to_minute, reported_minute, weight, import_id, revision,
    source_ordinal, category_index, flags, setting_code, precision_code, live, external_id, text,
    retracted_reason, geom`

const LAYERS = ['area', 'source', 'camera', 'patrol_zone', 'focus_area', 'proposal']

/** History by triggers: the database keeps each superseded state and notifies of changes, whatever the statement. */
export const history: Migration = {
  name: '0004-history',
  sql: () => `
-- A change is stamped with its transaction and counts the revision on, whatever the statement says.
CREATE FUNCTION stamp_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.change_xid := pg_current_xact_id();
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;

CREATE FUNCTION keep_incident_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO incident_revision (incident_id, began_xid, ended_xid, ${REVISION_COLUMNS})
  SELECT id, change_xid, pg_current_xact_id(), ${REVISION_COLUMNS} FROM superseded;
  RETURN NULL;
END $$;

CREATE FUNCTION keep_layer_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state jsonb := to_jsonb(OLD);
BEGIN
  IF state ? 'geom' THEN
    state := state || jsonb_build_object('geom', encode(st_asewkb(OLD.geom), 'hex'));
  END IF;
  INSERT INTO layer_revision (kind, feature_id, revision, began_xid, ended_xid, properties)
  VALUES (TG_TABLE_NAME, coalesce(state ->> 'ordinal', state ->> 'id')::int, OLD.revision, OLD.change_xid,
    pg_current_xact_id(), state);
  RETURN NULL;
END $$;

CREATE FUNCTION tell_incidents_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('lagesbild_change', 'incidents');
  RETURN NULL;
END $$;

CREATE FUNCTION tell_layer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO layer_change (kind) VALUES (TG_TABLE_NAME) ON CONFLICT DO NOTHING;
  PERFORM pg_notify('lagesbild_change', 'layers');
  RETURN NULL;
END $$;

-- Only the purge, which says so for its own transaction, may take anything out of the record.
CREATE FUNCTION refuse_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('lagesbild.purge', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION '% of % is refused: what was recorded stays, except to the purge', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'append_only';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER stamp BEFORE UPDATE ON incident FOR EACH ROW EXECUTE FUNCTION stamp_change();
CREATE TRIGGER keep AFTER UPDATE ON incident
  REFERENCING OLD TABLE AS superseded FOR EACH STATEMENT EXECUTE FUNCTION keep_incident_revisions();
CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON incident
  FOR EACH STATEMENT EXECUTE FUNCTION tell_incidents_changed();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON incident
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_forgetting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON incident_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_forgetting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON layer_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_forgetting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_forgetting();
${LAYERS.map(layerTriggers).join('')}
CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON context_feature
  FOR EACH STATEMENT EXECUTE FUNCTION tell_layer_changed();
`,
}

function layerTriggers(table: string): string {
  return `
CREATE TRIGGER stamp BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION stamp_change();
CREATE TRIGGER keep AFTER UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_layer_revision();
CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION tell_layer_changed();`
}
