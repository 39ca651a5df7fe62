import type { Migration } from './migration.ts'

/** Who has chosen the weekly letter, and the letters on their way; address and text are looked up as one is sent. */
export const digests: Migration = {
  name: '0029-digests',
  sql: () => `
CREATE TABLE digest_choice (
  account_id int PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
  language text NOT NULL CHECK (language IN ('sv', 'en')),
  -- Stands in each letter, and turns it off: kept as it is, for it opens nothing.
  off_token text NOT NULL UNIQUE,
  chosen_at timestamptz NOT NULL
);

CREATE TABLE digest_mail (
  account_id int NOT NULL REFERENCES app_user ON DELETE CASCADE,
  -- The Monday of its week.
  week_on date NOT NULL CHECK (extract(isodow FROM week_on) = 1),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
  tries int NOT NULL DEFAULT 0 CHECK (tries >= 0),
  next_at timestamptz NOT NULL,
  sent_at timestamptz,
  fault text CHECK (fault ~ '^[a-zA-Z0-9_-]{1,40}$'),
  PRIMARY KEY (account_id, week_on),
  CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX digest_mail_waiting ON digest_mail (week_on, next_at) WHERE state = 'waiting';
`,
}
