import { documentPage, previewPage } from '../documents/document-page.ts'
import { annexPage, type ReviewSetting } from './annex-page.ts'
import { openPage } from './open-page.ts'

export type { ReviewSetting }

/** The pages of a review, HTML. */
export interface ReviewPages {
  /** The exact figures: working material, after the lock the secret annex. */
  readonly annex: typeof annexPage
  readonly document: typeof documentPage
  readonly preview: typeof previewPage
  /** A review that has no public document yet. */
  readonly open: typeof openPage
}

export const REVIEW_PAGES: ReviewPages = {
  annex: annexPage,
  document: documentPage,
  preview: previewPage,
  open: openPage,
}
