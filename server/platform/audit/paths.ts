/** Paths of this module as OpenAPI templates. */
export const AUDIT_PATHS = {
  audit: '/api/audit',
} as const
