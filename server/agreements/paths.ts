/** Paths of this module as OpenAPI templates. */
export const AGREEMENT_PATHS = {
  agreements: '/api/agreements',
  agreement: '/api/agreements/{id}',
  agreementHistory: '/api/agreements/{id}/history',
  promises: '/api/promises',
  promise: '/api/promises/{id}',
  promiseHistory: '/api/promises/{id}/history',
} as const
