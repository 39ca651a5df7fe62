import type { Letter } from '../../platform/mail/mailer.ts'
import { type Meeting, FORUM_NAMES, type MinutedDecision } from '../meeting.ts'

interface LetterParts {
  readonly meeting: Meeting
  readonly areaName: string
  readonly to: string
  readonly accountId: number
  /** Of the server, without a slash at the end. */
  readonly baseUrl: string
}

/** The minutes of a closed meeting as a letter: their text, and where they stand. */
export function minutesLetter({ meeting, areaName, to, accountId, baseUrl }: LetterParts): Letter {
  const { id, dueOn, content } = meeting
  const { decisions = [], remaining = [], nextOn = null } = content.minutes ?? {}
  const title = `${FORUM_NAMES[content.forum]} · ${areaName}`
  const present = content.attendees.map(({ organisation, function: role }) =>
    role === null ? organisation : `${organisation}, ${role}`,
  )
  const lines = [
    `Protokoll: ${title}`,
    dueOn,
    '',
    'Beslut',
    ...listed(decisions, 'Inga beslut.'),
    '',
    'Kvar sedan tidigare',
    ...listed(remaining, 'Inget är kvar.'),
    '',
    `På plats: ${present.join('; ')}`,
    `Nästa möte: ${nextOn ?? 'inte bestämt'}`,
    '',
    `Läs protokollet: ${baseUrl}/?meeting=${id}`,
    `In English: ${baseUrl}/?meeting=${id}&lang=en`,
    '',
    'Brevet går till konton hos dem som var på mötet. Det går inte att svara på.',
  ]
  const host = new URL(baseUrl).hostname
  return {
    to,
    subject: `Protokoll: ${title}, ${dueOn}`,
    text: `${lines.join('\n')}\n`,
    messageId: `<minutes-${id}-${accountId}@${host}>`,
  }
}

function listed(decisions: readonly MinutedDecision[], none: string): readonly string[] {
  if (decisions.length === 0) return [none]
  return decisions.map(({ what, who, dueOn, status }, k) => {
    const day = dueOn === null ? 'ingen dag satt' : `till ${dueOn}`
    return `${k + 1}. ${what}. ${who}, ${day}${status === 'late' ? ' (försenat)' : ''}`
  })
}
