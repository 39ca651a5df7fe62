/** Paths of this module as OpenAPI templates. */
export const INCIDENT_PATHS = {
  incidents: '/api/incidents',
  incident: '/api/incidents/{id}',
  incidentRevisions: '/api/incidents/{id}/revisions',
} as const
