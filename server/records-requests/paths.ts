/** Paths of this module as OpenAPI templates. */
export const RECORDS_REQUEST_PATHS = {
  recordsRequests: '/api/records-requests',
  recordsRequest: '/api/records-requests/{id}',
  recordsRequestHistory: '/api/records-requests/{id}/history',
  recordsRequestAreas: '/api/records-request-areas',
  recordsRequestAttack: '/api/records-requests/{id}/attack',
} as const
