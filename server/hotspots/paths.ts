/** Paths of this module as OpenAPI templates. */
export const HOTSPOT_PATHS = {
  hotspots: '/api/hotspots',
  months: '/api/hotspot-months',
  changes: '/api/hotspot-changes',
} as const
