import type { Meeting } from '../../meetings/index.ts'
import type { PaperMaterial } from '../material.ts'
import { missing, type Paper, type PaperBlock, said, written } from '../paper.ts'
import { factsOf, type PaperWords, section } from '../paper-words.ts'
import { tableOf } from './action-plan.ts'

type Minutes = NonNullable<Meeting['content']['minutes']>

/** The minutes of a closed meeting: who was there, what was decided, what is left, when the next one is. */
export function minutes(material: PaperMaterial, meeting: Meeting, words: PaperWords): Paper {
  const { messages, language, day } = words
  const { headings, titles, forums, needs } = messages
  const { forum, attendees, minutes: made } = meeting.content
  const link = { text: messages.openMeeting, href: `/?meeting=${meeting.id}` }
  return {
    kind: 'minutes',
    language,
    title: titles.minutes(forums[forum], material.area.name, day(meeting.dueOn!)),
    facts: factsOf(material, words),
    sections: [
      section(
        words,
        'attendees',
        attendees.length === 0
          ? [said(messages.nobody)]
          : attendees.map(({ organisation, function: role }) =>
              written(role === null ? organisation : `${organisation}, ${role}`),
            ),
      ),
      section(
        words,
        'decisions',
        made === null ? [missing(needs.minutes)] : rowsOf(made.decisions, headings.decisions, words),
      ),
      section(words, 'remaining', made === null ? [] : rowsOf(made.remaining, headings.remaining, words)),
      section(words, 'next', [...(made?.nextOn == null ? [] : [said(day(made.nextOn))]), said('', link)]),
    ],
  }
}

function rowsOf(decisions: Minutes['decisions'], caption: string, words: PaperWords): readonly PaperBlock[] {
  const { messages, day } = words
  const { columns } = messages
  const rows = decisions.map(({ what, who, dueOn, status }) => [
    what,
    who,
    dueOn === null ? '' : day(dueOn),
    messages.commitmentStatuses[status],
  ])
  return tableOf(caption, [columns.what, columns.who, columns.when, columns.state], rows)
}
