import type { Migration } from './migration.ts'

/** Secret addresses under which accounts read their meetings, and minutes on their way by mail. */
export const calendarsAndMail: Migration = {
  name: '0025-calendars-and-mail',
  sql: () => `
CREATE TABLE calendar_feed (
  account_id int PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
  -- Null once it is revoked.
  token_hash text UNIQUE,
  made_at timestamptz NOT NULL
);

-- To whom the minutes of a meeting go; address and text are looked up as it is sent.
CREATE TABLE minutes_mail (
  meeting_id int NOT NULL REFERENCES work_item,
  account_id int NOT NULL REFERENCES app_user ON DELETE CASCADE,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
  tries int NOT NULL DEFAULT 0 CHECK (tries >= 0),
  queued_at timestamptz NOT NULL,
  -- Not before; moved ahead by whoever takes it up.
  next_at timestamptz NOT NULL,
  sent_at timestamptz,
  -- What the mail server said, as its number; or a word of ours.
  fault text CHECK (fault ~ '^[a-zA-Z0-9_-]{1,40}$'),
  PRIMARY KEY (meeting_id, account_id),
  CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX minutes_mail_waiting ON minutes_mail (next_at) WHERE state = 'waiting';

-- The planner keeps no sample of what people write.
ALTER TABLE work_item ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE work_item_revision ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE observation_text ALTER COLUMN text SET STATISTICS 0;
`,
}
