import type { Migration } from './migration.ts'

/** The city's row, which identifies the database, and the categories of incidents. */
export const city: Migration = {
  name: '0001-city',
  sql: () => `
CREATE EXTENSION IF NOT EXISTS postgis;

CREATE TABLE city (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  srid int NOT NULL,
  timezone text NOT NULL,
  demo boolean NOT NULL,
  -- The change feed's epoch: another one means that transaction ids from before say nothing.
  epoch uuid NOT NULL DEFAULT gen_random_uuid(),
  -- Cluster and database that the epoch began in; a restored dump finds itself in another.
  cluster text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE category (
  index smallint PRIMARY KEY,
  code text NOT NULL UNIQUE,
  category_group text,
  sensitive boolean NOT NULL
);

-- One row a transaction and kind of thing that it changed: what the feed looks at to see whether to read again.
CREATE TABLE layer_change (
  change_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  kind text NOT NULL,
  PRIMARY KEY (change_xid, kind)
);
`,
}
