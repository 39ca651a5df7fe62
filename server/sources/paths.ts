/** Paths of this module as OpenAPI templates. */
export const SOURCE_PATHS = {
  sources: '/api/sources',
  source: '/api/sources/{id}',
} as const
