export * as checkContract from './contract.ts'
export { type CheckOptions, type CheckService, createCheckService } from './check-service.ts'
export { checkSettings } from './check-settings.ts'
export { checkOptions } from './contract.ts'
export type { CheckResponse } from './check-response.ts'
export type {
  CellEvidence,
  CheckQuery,
  CountEvidence,
  Evidence,
  Finding,
} from './evidence.ts'
export { EVIDENCE_NAMES } from './messages.ts'
export { figuresCsv, figuresGeoJson } from './figure-files.ts'
export { cellFeatures, touchedCellFeatures } from './zones.ts'
export { namesOf } from './findings/draft.ts'
export { monthsOf, otherPeriod } from './findings/month-text.ts'
export { NUMBERS } from './findings/numbers.ts'
export { zoneName } from './findings/zone-phrases.ts'
export { parseFootprint } from './footprint.ts'
export { audienceOfEvidence, mayReadEvidence } from './permit-check.ts'
export type { CheckRequest, ReviewOptions } from './request.ts'
export { isOfOtherMethod } from './provenance.ts'
export { checkRoutes } from './routes.ts'
export { CHECK_PATHS } from './paths.ts'
