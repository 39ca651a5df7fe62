/** Paths of this module as OpenAPI templates. */
export const OBSERVATION_PATHS = {
  reportPlaces: '/api/report-places',
  observations: '/api/observations',
  linkObservations: '/api/link-observations',
  observation: '/api/observations/{id}',
  observationHistory: '/api/observations/{id}/history',
  receipt: '/api/receipts/{reportId}',
  weekPicture: '/api/week-pictures/{id}',
  reportLinks: '/api/report-links',
  reportLinkOpening: '/api/report-links/opening',
  reportLinkRevocation: '/api/report-links/{id}/revocation',
} as const
