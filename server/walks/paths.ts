/** Paths of this module as OpenAPI templates. */
export const WALK_PATHS = {
  walks: '/api/walks',
  walk: '/api/walks/{id}',
  walkHistory: '/api/walks/{id}/history',
  walkFindings: '/api/walk-findings',
  walkFinding: '/api/walk-findings/{id}',
  walkFindingHistory: '/api/walk-findings/{id}/history',
} as const
