/** Paths of this module as OpenAPI templates. */
export const DIGEST_PATHS = {
  digest: '/api/digest',
  digestOff: '/api/digest/off',
} as const
