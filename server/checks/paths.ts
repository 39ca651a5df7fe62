/** Paths of this module as OpenAPI templates. */
export const CHECK_PATHS = {
  check: '/api/check',
} as const
