/** Paths of this module as OpenAPI templates. */
export const AREA_PATHS = {
  areas: '/api/areas',
  area: '/api/areas/{id}',
  areaHistory: '/api/areas/{id}/history',
  areaImports: '/api/area-imports',
} as const
