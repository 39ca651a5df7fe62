import type { Migration } from './migration.ts'

/** Reviews have a checklist: one more kind of event in their log. */
export const reviewChecklists: Migration = {
  name: '0032-review-checklists',
  sql: () => `
ALTER TABLE review_event DROP CONSTRAINT review_event_kind_check;
ALTER TABLE review_event ADD CONSTRAINT review_event_kind_check CHECK (kind IN ('opened', 'computed', 'moved',
  'weighed', 'checklist_filled', 'consulted', 'answered', 'decided', 'followed_up', 'published', 'withdrawn'));
`,
}
