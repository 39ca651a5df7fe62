import { evidencePage, type ReviewSetting } from './evidence-page.ts'
import { handlingPage } from '../handlings/handling-page.ts'
import { openPage } from './open-page.ts'

export type { ReviewSetting }

/** The pages of a review, HTML. */
export interface ReviewPages {
  /** The internal evidence. */
  readonly evidence: typeof evidencePage
  /** What may be filed. */
  readonly handling: typeof handlingPage
  /** A review of which nothing may be filed yet. */
  readonly open: typeof openPage
}

export const REVIEW_PAGES: ReviewPages = { evidence: evidencePage, handling: handlingPage, open: openPage }
