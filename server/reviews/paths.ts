/** Paths of this module as OpenAPI templates. */
export const REVIEW_PATHS = {
  proposalReviews: '/api/proposals/{id}/reviews',
  reviews: '/api/reviews',
  reviewWatches: '/api/review-watches',
  review: '/api/reviews/{id}',
  reviewEvidence: '/api/reviews/{id}/evidence',
  reviewVerification: '/api/reviews/{id}/verification',
  reviewPage: '/reviews/{id}',
  reviewFile: '/reviews/{id}/docx',
  reviewArchive: '/reviews/{id}/zip',
  reviewState: '/api/reviews/{id}/state',
  reviewWeighing: '/api/reviews/{id}/weighing',
  reviewChecklist: '/api/reviews/{id}/checklist',
  reviewConsultations: '/api/reviews/{id}/consultations',
  consultationLinks: '/api/reviews/{id}/consultation-links',
  consultationLinkRevocation: '/api/consultation-links/{id}/revocation',
  consultationLinkOpening: '/api/consultation-links/opening',
  consultationLinkResponse: '/api/consultation-links/response',
  reviewDocument: '/api/reviews/{id}/handling',
  documentPreview: '/api/reviews/{id}/document-preview',
  reviewPublication: '/api/reviews/{id}/publication',
  publicDocuments: '/api/handlings',
  publicDocument: '/api/handlings/{id}',
  documentPage: '/handlings/{id}',
  documentFile: '/handlings/{id}/docx',
} as const

/** The page that a link to respond by leads to. */
export const CONSULTATION_PAGE = '/consultation'
