/** Paths of this module as OpenAPI templates. */
export const SEARCH_PATHS = {
  search: '/api/search',
} as const
