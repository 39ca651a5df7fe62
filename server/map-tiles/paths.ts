/** Paths of this module as OpenAPI templates. */
export const MAP_PATHS = {
  map: '/api/map',
  layers: '/api/layers',
  tileJson: '/tiles/{layer}.json',
  tile: '/tiles/{layer}/{z}/{x}/{y}.mvt',
} as const
