/** Paths of this module as OpenAPI templates. */
export const PLACE_PATHS = {
  places: '/api/places',
  place: '/api/places/{id}',
  placeRelease: '/api/places/{id}/release',
  placePublication: '/api/places/{id}/publication',
} as const
