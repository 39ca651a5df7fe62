/** Paths of this module as OpenAPI templates. */
export const SYSTEM_PATHS = {
  healthz: '/healthz',
  readyz: '/readyz',
  metrics: '/metrics',
  openapi: '/api/openapi.json',
  categories: '/api/categories',
  systemPurge: '/api/system/purge',
  systemErasure: '/api/system/erased-incidents/{id}',
  systemWorkText: '/api/system/work-items/{id}/erasure',
  systemBackup: '/api/system/backup',
} as const
