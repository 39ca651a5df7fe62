/** Kinds of events that people are informed of; each has a prepared text. */
export const NOTICE_EVENTS = [
  'violence',
  'police_operation',
  'disorder',
  'guards',
  'lighting',
  'closed_route',
  'works',
  'gathering',
  'other',
] as const
export type NoticeEvent = (typeof NOTICE_EVENTS)[number]

/** Prepared: written and agreed beforehand, for the city’s own people; published: on its public page. */
export const NOTICE_STATES = ['prepared', 'published', 'ended'] as const

/** How a notice stands on a day: published ones wait for their first day and end after their last by themselves. */
export const NOTICE_STATUSES = ['prepared', 'waiting', 'shown', 'ended'] as const
export type NoticeStatus = (typeof NOTICE_STATUSES)[number]
