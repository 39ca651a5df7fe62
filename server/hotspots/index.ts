export * as hotspotContract from './contract.ts'
export { createHotspotService, type HotspotService } from './hotspot-service.ts'
export { permitSurface } from './permit.ts'
export { hotspotRoutes } from './routes.ts'
export {
  canonicalFilter,
  canonicalSurfaceQuery,
  parseSurfaceQuery,
  surfaceQueryShape,
} from './surface-query.ts'
export { HOTSPOT_PATHS } from './paths.ts'
