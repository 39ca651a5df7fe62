export { autoEdgeFor } from './auto-edge-for.ts'
export { createChangeService, type ChangeService } from './changes/change-service.ts'
export * as changeContract from './changes/contract.ts'
export { createMonthService, type MonthService } from './months/month-service.ts'
export * as monthContract from './months/contract.ts'
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
