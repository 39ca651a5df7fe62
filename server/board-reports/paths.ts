/** Paths of this module as OpenAPI templates. */
export const BOARD_REPORT_PATHS = {
  boardReports: '/api/board-reports',
  boardReport: '/api/board-reports/{id}',
  boardReportHistory: '/api/board-reports/{id}/history',
  steeringGoals: '/api/steering-goals',
} as const
