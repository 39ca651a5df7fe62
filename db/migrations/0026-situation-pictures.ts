import type { Migration } from './migration.ts'

/**
 * Drafts of work items: an organisation's own until it hands them in. The log of an item begins then: what a party
 * wrote and struck out before is nobody's.
 */
export const situationPictures: Migration = {
  name: '0026-situation-pictures',
  sql: () => `
ALTER TABLE work_item ADD COLUMN draft_of int REFERENCES organisation;
CREATE INDEX work_item_draft_of ON work_item (draft_of) WHERE draft_of IS NOT NULL;

DROP TRIGGER keep_revision ON work_item;
CREATE TRIGGER keep_revision AFTER INSERT OR UPDATE ON work_item
  FOR EACH ROW WHEN (NEW.draft_of IS NULL) EXECUTE FUNCTION keep_work_item_revision();

CREATE FUNCTION refuse_draft_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'work item % is handed in and becomes no draft again', OLD.id;
END $$;
CREATE TRIGGER handed_in BEFORE UPDATE ON work_item
  FOR EACH ROW WHEN (NEW.draft_of IS NOT NULL AND NEW.draft_of IS DISTINCT FROM OLD.draft_of)
  EXECUTE FUNCTION refuse_draft_again();
`,
}
