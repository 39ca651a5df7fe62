import * as calendar from './calendar/contract.ts'
import * as commitment from './commitments/contract.ts'
import * as meeting from './contract.ts'

export { publicCommitments } from './commitments/public-commitments.ts'
export { publicCommitment } from './commitments/contract.ts'
export type { Commitment, CommitmentKind } from './commitments/commitment.ts'
export { type CalendarFeeds, createCalendarFeeds } from './calendar/calendar-feeds.ts'
export { createCommitmentService, type CommitmentService } from './commitments/commitment-service.ts'
export type { Meeting } from './meeting.ts'
export { createMeetingService, type MeetingService } from './meeting-service.ts'
export type { CalendarFeedRepository, MinutesMailRepository } from './repository.ts'
export { createMinutesMails, type MinutesMails } from './mail/minutes-mails.ts'
export { MEETING_PATHS } from './paths.ts'
export { meetingRoutes } from './routes.ts'

/** The contracts of the module's parts. */
export const meetingContracts = { meeting, calendar, commitment }
