/** Paths of this module as OpenAPI templates. */
export const MEASURE_PATHS = {
  problems: '/api/problems',
  problem: '/api/problems/{id}',
  problemHistory: '/api/problems/{id}/history',
  causes: '/api/causes',
  cause: '/api/causes/{id}',
  causeHistory: '/api/causes/{id}/history',
  goals: '/api/goals',
  goal: '/api/goals/{id}',
  goalHistory: '/api/goals/{id}/history',
  measures: '/api/measures',
  measure: '/api/measures/{id}',
  measureHistory: '/api/measures/{id}/history',
} as const
