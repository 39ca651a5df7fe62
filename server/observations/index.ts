import * as observation from './contract.ts'
import * as reportLink from './links/contract.ts'

export type { Observation, ReportLink, Step } from './observation.ts'
export { KIND_NAMES as OBSERVATION_NAMES } from './messages.ts'
export { OBSERVATION_KINDS, type ObservationKind, type ObservationState } from './observation-kinds.ts'
export { createObservationService, type ObservationService } from './observation-service.ts'
export { OBSERVATION_PATHS } from './paths.ts'
export { createReportAreas, type ReportAreas } from './report-areas.ts'
export { createReportLinkService, type ReportLinkService } from './links/report-links.ts'
export type { ObservationRepository, ReportLinkRepository } from './repository.ts'
export { observationRoutes } from './routes.ts'
export {
  createCountObservations,
  createWeekPictures,
  type PictureWeek,
  type WeekPicture,
} from './week-picture.ts'

/** The contracts of the module's parts. */
export const observationContracts = { observation, reportLink }
