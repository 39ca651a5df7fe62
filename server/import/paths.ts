/** Paths of this module as OpenAPI templates. */
export const IMPORT_PATHS = {
  imports: '/api/imports',
  import: '/api/imports/{id}',
  importRejects: '/api/imports/{id}/rejects',
} as const
