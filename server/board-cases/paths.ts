/** Paths of this module as OpenAPI templates. */
export const BOARD_CASE_PATHS = {
  consultations: '/api/consultations',
  consultation: '/api/consultations/{id}',
  consultationHistory: '/api/consultations/{id}/history',
  boardCases: '/api/board-cases',
  boardCase: '/api/board-cases/{id}',
  boardCaseHistory: '/api/board-cases/{id}/history',
} as const
