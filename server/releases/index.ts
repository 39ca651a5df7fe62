export * as releaseContract from './contract.ts'
export { DELAY_DAYS, fourWeeksAt, fourWeeksOn, PLACE_DELAY_DAYS } from './computation/periods.ts'
export { createReleaseComputer } from './computation/release-computer.ts'
export {
  PUBLIC_SCHEMA_VERSION,
  type PublicIndex,
  type ReleaseFigures,
  type ReleaseManifest,
} from './publication/contract.ts'
export { createCatchUp } from './publication/catch-up.ts'
export { createReleases } from './publication/create-releases.ts'
export { IN_FLIGHT, inFlight } from './publication/in-flight.ts'
export { createLongWork, type LongWork } from './publication/long-work.ts'
export { periodText } from './publication/period-messages.ts'
export type { PresentedRelease } from './publication/present-release.ts'
export type { PublishService } from './publication/publish-service.ts'
export type { PlacePublication } from './place-publication.ts'
export type { ReleaseComputer } from './release-computer.ts'
export type { GivenFigure, GivenFigures } from './given-figure.ts'
export type { EarlierDocument, EarlierDocuments } from './earlier-document.ts'
export type {
  AreaFigure,
  PerceivedSafetyFigure,
  PlaceContents,
  PlaceFigure,
  PlaceProfileFigure,
  PublicContents,
  ReleaseArea,
  ReleaseFile,
  ReleasePeriod,
  ReleaseSummary,
  ServedRelease,
} from './release.ts'
export type { ReleaseRepository } from './repository.ts'
export { retryOnDisclosureConflict } from './disclosure-log.ts'
export { releaseRoutes } from './routes.ts'
export { RELEASE_PATHS } from './paths.ts'
