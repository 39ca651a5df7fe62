import type { Migration } from './migration.ts'

/**
 * Figures that are given out on request are counted as a disclosure in the transaction that decides it: a publication
 * whose attack did not know them finds a changed count, and attacks again.
 */
export const givenFigures: Migration = {
  name: '0030-given-figures',
  sql: () => `
CREATE FUNCTION count_given_figures() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE told SET times = times + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER count_given_figures AFTER UPDATE ON work_item FOR EACH ROW
  WHEN (NEW.kind = 'records-request' AND NEW.state IN ('given', 'given-in-part') AND OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION count_given_figures();
`,
}
