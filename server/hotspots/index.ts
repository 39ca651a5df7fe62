export { autoEdgeFor } from './auto-edge-for.ts'
export * as hotspotContract from './contract.ts'
export { createHotspotService, type HotspotService } from './hotspot-service.ts'
export { hotspotRoutes } from './routes.ts'
export { surfaceVersion } from './surface-permits.ts'
export {
  canonicalFilter,
  canonicalSurfaceQuery,
  parseSurfaceQuery,
  surfaceQueryShape,
} from './surface-query.ts'
export { HOTSPOT_PATHS } from './paths.ts'
