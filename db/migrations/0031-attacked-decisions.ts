import type { Migration } from './migration.ts'

/**
 * Counts are given out on request only by a decision whose attack included everything disclosed before it: the update
 * waits for a publication in flight, and then finds the count that the attack began with, or is refused.
 */
export const attackedDecisions: Migration = {
  name: '0031-attacked-decisions',
  sql: () => `
CREATE OR REPLACE FUNCTION count_given_figures() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE told SET times = times + 1
  WHERE jsonb_array_length(NEW.content->'figures') = 0
    OR times = (NEW.content->'attackedWith'->>'disclosures')::int;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The attack does not include everything that was disclosed.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'attackedWith';
  END IF;
  RETURN NULL;
END $$;
`,
}
