/** Paths of this module as OpenAPI templates. */
export const LAYER_PATHS = {
  cameras: '/api/cameras',
  camera: '/api/cameras/{id}',
  cameraHistory: '/api/cameras/{id}/history',
  patrolZones: '/api/patrol-zones',
  patrolZone: '/api/patrol-zones/{id}',
  patrolZoneHistory: '/api/patrol-zones/{id}/history',
  focusAreas: '/api/focus-areas',
  focusArea: '/api/focus-areas/{id}',
  focusAreaHistory: '/api/focus-areas/{id}/history',
} as const
