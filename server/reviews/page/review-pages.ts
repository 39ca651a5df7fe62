import { documentPage, documentPicture, previewPage } from '../documents/document-page.ts'
import { annexPage, type ReviewSetting } from './annex-page.ts'
import { annexPicture } from './annex-map.ts'
import { openPage } from './open-page.ts'

export type { ReviewSetting }

/** The pages of a review, HTML. */
export interface ReviewPages {
  /** The exact figures: working material, after the lock the secret annex. */
  readonly annex: typeof annexPage
  readonly document: typeof documentPage
  readonly preview: typeof previewPage
  /** The drawings on these pages. */
  readonly documentPicture: typeof documentPicture
  readonly annexPicture: typeof annexPicture
  /** A review that has no public document yet. */
  readonly open: typeof openPage
}

export const REVIEW_PAGES: ReviewPages = {
  annex: annexPage,
  document: documentPage,
  preview: previewPage,
  documentPicture,
  annexPicture,
  open: openPage,
}
