/** Paths of this module as OpenAPI templates. */
export const PROPOSAL_PATHS = {
  proposals: '/api/proposals',
  proposal: '/api/proposals/{id}',
  proposalFiles: '/api/proposal-files',
} as const
