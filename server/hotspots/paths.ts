/** Paths of this module as OpenAPI templates. */
export const HOTSPOT_PATHS = {
  hotspots: '/api/hotspots',
} as const
