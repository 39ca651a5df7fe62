/** Paths of this module as OpenAPI templates. */
export const LAYER_PATHS = {
  cameras: '/api/cameras',
  camera: '/api/cameras/{id}',
  patrolZones: '/api/patrol-zones',
  patrolZone: '/api/patrol-zones/{id}',
  focusAreas: '/api/focus-areas',
  focusArea: '/api/focus-areas/{id}',
} as const
