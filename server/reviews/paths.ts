/** Paths of this module as OpenAPI templates. */
export const REVIEW_PATHS = {
  proposalReviews: '/api/proposals/{id}/reviews',
  reviews: '/api/reviews',
  review: '/api/reviews/{id}',
  reviewEvidence: '/api/reviews/{id}/evidence',
  reviewVerification: '/api/reviews/{id}/verification',
  reviewPage: '/reviews/{id}',
  reviewState: '/api/reviews/{id}/state',
  reviewWeighing: '/api/reviews/{id}/weighing',
  reviewConsultations: '/api/reviews/{id}/consultations',
  reviewDocument: '/api/reviews/{id}/handling',
  documentPreview: '/api/reviews/{id}/document-preview',
  reviewPublication: '/api/reviews/{id}/publication',
  publicDocuments: '/api/handlings',
  publicDocument: '/api/handlings/{id}',
  documentPage: '/handlings/{id}',
} as const
