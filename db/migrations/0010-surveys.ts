import type { Migration } from './migration.ts'

/** Surveys of perceived safety: shares as their owner published them, separate from incidents. */
export const surveys: Migration = {
  name: '0010-surveys',
  sql: () => `
CREATE TABLE survey_figure (
  indicator text NOT NULL CHECK (indicator <> ''),
  wave text NOT NULL CHECK (wave <> ''),
  area_id int NOT NULL REFERENCES area,
  respondent_group text NOT NULL CHECK (respondent_group <> ''),
  percent float8 NOT NULL CHECK (percent >= 0 AND percent <= 100),
  margin_percent float8 CHECK (margin_percent >= 0 AND margin_percent <= 100),
  answers int CHECK (answers >= 0),
  source text NOT NULL CHECK (source <> ''),
  published_on date,
  PRIMARY KEY (indicator, wave, area_id, respondent_group)
);
CREATE INDEX survey_figure_area_id ON survey_figure (area_id);
`,
}
