/** Paths of this module as OpenAPI templates. */
export const RELEASE_PATHS = {
  releases: '/api/releases',
  release: '/api/releases/{id}',
  releaseApproval: '/api/releases/{id}/approval',
  releasePublication: '/api/releases/{id}/publication',
  releaseWithdrawal: '/api/releases/{id}/withdrawal',
} as const
