/** Names of the staging tables of one import. */
export interface StageTables {
  readonly rows: string
  readonly rejects: string
  readonly repeats: string
}

/** @param importId a whole number, so that the names need no quoting */
export function stageTables(importId: number): StageTables {
  return {
    rows: `import_stage_${importId}`,
    rejects: `import_stage_reject_${importId}`,
    repeats: `import_stage_repeat_${importId}`,
  }
}

/**
 * The staging tables of rows and rejects. Temporary tables are not logged, are private to the session, and vanish
 * with it when its process dies, so nothing half-done remains. No index: they are read whole.
 */
export const createStageTables = ({ rows, rejects }: StageTables) => `
CREATE TEMP TABLE ${rows} (
  line int NOT NULL,
  external_id text NOT NULL,
  x_cm int NOT NULL,
  y_cm int NOT NULL,
  from_minute int NOT NULL,
  to_minute int NOT NULL,
  reported_minute int,
  category smallint NOT NULL,
  flags smallint NOT NULL,
  setting smallint NOT NULL,
  precision smallint NOT NULL,
  weight int NOT NULL,
  content_hash bigint NOT NULL,
  text text,
  original text NOT NULL
);
CREATE TEMP TABLE ${rejects} (
  line int NOT NULL,
  column_name text,
  reason text NOT NULL,
  detail text NOT NULL,
  original text NOT NULL
)`

export const dropStageTables = ({ rows, rejects }: StageTables) => `DROP TABLE IF EXISTS ${rows}, ${rejects}`
