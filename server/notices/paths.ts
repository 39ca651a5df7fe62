/** Paths of this module as OpenAPI templates. */
export const NOTICE_PATHS = {
  notices: '/api/notices',
  notice: '/api/notices/{id}',
  noticeHistory: '/api/notices/{id}/history',
} as const
