/** Paths of this module as OpenAPI templates. */
export const BASE_MAP_PATHS = {
  baseMap: '/api/base-map',
  baseMapTile: '/base-map/{z}/{x}/{y}.mvt',
} as const
