/** Every path of the API as an OpenAPI template. The only thing of the contract that the page needs at run time. */
export const PATHS = {
  healthz: '/healthz',
  readyz: '/readyz',
  metrics: '/metrics',
  openapi: '/api/openapi.json',
  layers: '/api/layers',
  categories: '/api/categories',
  hotspots: '/api/hotspots',
  tileJson: '/tiles/{layer}.json',
  tile: '/tiles/{layer}/{z}/{x}/{y}.mvt',
  incidents: '/api/incidents',
  incident: '/api/incidents/{id}',
  incidentRevisions: '/api/incidents/{id}/revisions',
  sources: '/api/sources',
  source: '/api/sources/{id}',
  imports: '/api/imports',
  import: '/api/imports/{id}',
  importRejects: '/api/imports/{id}/rejects',
  cameras: '/api/cameras',
  camera: '/api/cameras/{id}',
  patrolZones: '/api/patrol-zones',
  patrolZone: '/api/patrol-zones/{id}',
  focusAreas: '/api/focus-areas',
  focusArea: '/api/focus-areas/{id}',
  areas: '/api/areas',
  area: '/api/areas/{id}',
  areaImports: '/api/area-imports',
  proposals: '/api/proposals',
  proposal: '/api/proposals/{id}',
  proposalReviews: '/api/proposals/{id}/reviews',
  reviews: '/api/reviews',
  review: '/api/reviews/{id}',
  reviewEvidence: '/api/reviews/{id}/evidence',
  reviewVerification: '/api/reviews/{id}/verification',
  reviewPage: '/reviews/{id}',
  check: '/api/check',
  session: '/api/session',
  sessionPassword: '/api/session/password',
  invitation: '/api/invitations/lookup',
  invitationAcceptance: '/api/invitations/acceptance',
  signInWith: '/auth/openid-connect',
  signInReturn: '/auth/openid-connect/return',
  users: '/api/users',
  user: '/api/users/{id}',
  userReset: '/api/users/{id}/reset',
  organisations: '/api/organisations',
  organisation: '/api/organisations/{id}',
  keys: '/api/keys',
  key: '/api/keys/{id}',
  audit: '/api/audit',
  repeats: '/api/repeats',
  surveys: '/api/surveys',
  surveyImports: '/api/survey-imports',
  reviewState: '/api/reviews/{id}/state',
  reviewWeighing: '/api/reviews/{id}/weighing',
  reviewConsultations: '/api/reviews/{id}/consultations',
  reviewHandling: '/api/reviews/{id}/handling',
  reviewPublication: '/api/reviews/{id}/publication',
  handlings: '/api/handlings',
  handling: '/api/handlings/{id}',
  handlingPage: '/handlings/{id}',
  releases: '/api/releases',
  release: '/api/releases/{id}',
  releaseApproval: '/api/releases/{id}/approval',
  releasePublication: '/api/releases/{id}/publication',
  releaseWithdrawal: '/api/releases/{id}/withdrawal',
  places: '/api/places',
  place: '/api/places/{id}',
  placeRelease: '/api/places/{id}/release',
  systemPurge: '/api/system/purge',
  systemErasure: '/api/system/erased-incidents/{id}',
  systemBackup: '/api/system/backup',
} as const

export type PathName = keyof typeof PATHS
export type PathTemplate = (typeof PATHS)[PathName]

/** The names between braces of a template. */
export type PathParameter<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never

/**
 * A template with its parameters filled in, each percent-encoded.
 *
 * @example pathTo(PATHS.camera, { id: 7 }) // '/api/cameras/7'
 */
export function pathTo<T extends PathTemplate>(
  template: T,
  values: Readonly<Record<PathParameter<T>, string | number>>,
): string {
  const byName = values as Readonly<Record<string, string | number>>
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(byName[name])))
}
