/** Paths of this module as OpenAPI templates. */
export const MEETING_PATHS = {
  meetings: '/api/meetings',
  meeting: '/api/meetings/{id}',
  meetingClosing: '/api/meetings/{id}/closing',
  meetingMail: '/api/meetings/{id}/mail',
  calendarFeed: '/api/calendar-feed',
  calendar: '/api/calendar',
  commitments: '/api/commitments',
  commitment: '/api/commitments/{id}',
  commitmentHistory: '/api/commitments/{id}/history',
} as const
