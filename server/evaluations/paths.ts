/** Paths of this module as OpenAPI templates. */
export const EVALUATION_PATHS = {
  evaluations: '/api/evaluations',
  evaluation: '/api/evaluations/{id}',
  evaluationVerification: '/api/evaluations/{id}/verification',
  measureEvaluations: '/api/measures/{id}/evaluations',
  measurePower: '/api/measures/{id}/detectable-change',
} as const
