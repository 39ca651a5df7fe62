/** Paths of this module as OpenAPI templates. */
export const EVIDENCE_PATHS = {
  evidence: '/api/evidence',
  evidenceItem: '/api/evidence/{id}',
  evidenceHistory: '/api/evidence/{id}/history',
  citableFigures: '/api/areas/{id}/citable-figures',
} as const
