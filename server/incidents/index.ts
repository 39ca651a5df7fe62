export * as incidentContract from './contract.ts'
export {
  incidentFilterShape,
  parseIncidentFilter,
  type QueryContext,
  toIncidentFilter,
} from './incident-filter.ts'
export { createIncidentService, type IncidentService } from './incident-service.ts'
export type { HashedIncident } from './repository.ts'
export { incidentRoutes } from './routes.ts'
export { INCIDENT_PATHS } from './paths.ts'
