import type { Migration } from './migration.ts'

const APPEND_ONLY = ['review_event', 'review_evidence', 'review_seal', 'review_handling']

/**
 * Reviews: append-only events, versions of evidence, the seal of the locked one, and public documents (`handling`).
 * The salt of a seal is stored apart from the evidence, so that rights to read them can be granted separately.
 */
export const reviewWorkflow: Migration = {
  name: '0008-review-workflow',
  sql: () => `
CREATE TABLE review_state_change (
  former text NOT NULL,
  later text NOT NULL,
  PRIMARY KEY (former, later)
);
INSERT INTO review_state_change VALUES
  ('draft', 'screening'), ('screening', 'draft'), ('screening', 'evidence_locked'),
  ('evidence_locked', 'consultation'), ('consultation', 'weighing'), ('weighing', 'decided'),
  ('decided', 'followed_up');

CREATE TABLE review_event (
  review_id int NOT NULL REFERENCES review,
  -- Counts from 1 without a gap: two who change the same review at once cannot both succeed.
  revision int NOT NULL CHECK (revision >= 1),
  kind text NOT NULL CHECK (kind IN ('opened', 'computed', 'moved', 'weighed', 'consulted', 'answered', 'decided',
    'followed_up', 'published', 'withdrawn')),
  -- The state after it.
  state text NOT NULL CHECK (state IN ('draft', 'screening', 'evidence_locked', 'consultation', 'weighing', 'decided',
    'followed_up')),
  at timestamptz NOT NULL,
  actor text NOT NULL CHECK (actor <> ''),
  actor_name text,
  detail jsonb NOT NULL,
  PRIMARY KEY (review_id, revision)
);

CREATE TABLE review_evidence (
  review_id int NOT NULL REFERENCES review,
  version int NOT NULL CHECK (version >= 1),
  snapshot_version text NOT NULL CHECK (snapshot_version ~ '^[0-9a-f]{32}$'),
  visible pg_snapshot NOT NULL,
  epoch uuid NOT NULL,
  computed_at timestamptz NOT NULL,
  -- Text, not jsonb: the bytes are what was hashed.
  evidence text NOT NULL,
  sha256 text NOT NULL,
  -- What a handling needs besides: the footprint in the plane and the public form of what lies there.
  surroundings text NOT NULL,
  PRIMARY KEY (review_id, version),
  CONSTRAINT review_sha256_check CHECK (sha256 = encode(sha256(convert_to(evidence, 'UTF8')), 'hex'))
);

CREATE TABLE review_seal (
  review_id int PRIMARY KEY,
  version int NOT NULL,
  salt bytea NOT NULL CHECK (length(salt) = 16),
  -- SHA-256 of the salt followed by the evidence: tells the evidence to nobody who guesses at it.
  sha256 text NOT NULL,
  FOREIGN KEY (review_id, version) REFERENCES review_evidence (review_id, version)
);

CREATE TABLE review_handling (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  review_id int NOT NULL REFERENCES review,
  stage text NOT NULL CHECK (stage IN ('locked', 'decided', 'followed_up')),
  created_at timestamptz NOT NULL,
  handling text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 = encode(sha256(convert_to(handling, 'UTF8')), 'hex')),
  -- The ground in metres of the city's CRS, GeoJSON.
  footprint text NOT NULL,
  UNIQUE (review_id, stage)
);

INSERT INTO review_event (review_id, revision, kind, state, at, actor, actor_name, detail)
  SELECT id, 1, 'opened', 'draft', created_at, 'operator', NULL, '{}' FROM review;
INSERT INTO review_evidence (review_id, version, snapshot_version, visible, epoch, computed_at, evidence,
    sha256, surroundings)
  SELECT id, 1, snapshot_version, visible, epoch, created_at, evidence, sha256, 'null' FROM review;
ALTER TABLE review DROP CONSTRAINT review_sha256_check, DROP COLUMN snapshot_version, DROP COLUMN visible,
  DROP COLUMN epoch, DROP COLUMN state, DROP COLUMN evidence, DROP COLUMN sha256;

-- No statement leads a review where it may not go, or changes its evidence once it is locked.
CREATE FUNCTION check_review_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  latest review_event;
BEGIN
  SELECT * INTO latest FROM review_event WHERE review_id = NEW.review_id ORDER BY revision DESC LIMIT 1;
  IF NEW.revision <> coalesce(latest.revision, 0) + 1 THEN
    RAISE EXCEPTION 'revision % of review % does not follow on', NEW.revision, NEW.review_id
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'review_event_pkey';
  END IF;
  IF NEW.state IS DISTINCT FROM coalesce(latest.state, 'draft') AND NOT EXISTS (
    SELECT FROM review_state_change WHERE (former, later) = (latest.state, NEW.state)
  ) THEN
    RAISE EXCEPTION 'a review does not go from % to %', latest.state, NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'review_state_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follow_on BEFORE INSERT ON review_event FOR EACH ROW EXECUTE FUNCTION check_review_event();

CREATE FUNCTION check_review_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM review_event WHERE review_id = NEW.review_id AND state NOT IN ('draft', 'screening')) THEN
    RAISE EXCEPTION 'the evidence of review % is locked', NEW.review_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'review_evidence_locked';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER locked BEFORE INSERT ON review_evidence FOR EACH ROW EXECUTE FUNCTION check_review_evidence();

CREATE FUNCTION check_review_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sha256 IS DISTINCT FROM (
    SELECT encode(sha256(NEW.salt || convert_to(evidence, 'UTF8')), 'hex') FROM review_evidence
    WHERE (review_id, version) = (NEW.review_id, NEW.version)
  ) THEN
    RAISE EXCEPTION 'the seal of review % is not that of its evidence', NEW.review_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'review_seal_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sealed BEFORE INSERT ON review_seal FOR EACH ROW EXECUTE FUNCTION check_review_seal();
${APPEND_ONLY.map(appendOnly).join('')}`,
}

function appendOnly(table: string): string {
  return `
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_forgetting();`
}
