import { Terms } from '../glossary/terms.tsx'
import { useEffect, useMemo } from 'preact/hooks'
import { asFailure } from '../app/api/problem.ts'
import { createResource } from '../app/api/resource.ts'
import { meetingAddress } from '../app/route.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { CalendarSection } from './calendar-section.tsx'
import { CommitmentRow } from './commitment-row.tsx'
import { type Commitment, createMeetingCalls, type Meeting } from './meeting-calls.ts'
import { MeetingFrame } from './meeting-frame.tsx'
import { PlanForm } from './plan-form.tsx'
import { useMeetingMessages } from './messages.ts'
import styles from './meeting-page.module.css'
import prose from '../ui/prose.module.css'

interface Received {
  readonly meetings: readonly Meeting[]
  readonly commitments: readonly Commitment[]
}

/** All meetings and open commitments, overdue ones first. */
export function MeetingsPage() {
  const { http, session } = useSite()
  const { meetings: messages, app } = useMeetingMessages()
  const calls = useMemo(() => createMeetingCalls(http), [])
  const received = useMemo(() => createResource<Received>(), [])
  const load = () =>
    received.load(async (signal) => {
      const [meetings, commitments] = await Promise.all([calls.list(signal), calls.commitments(signal)])
      return { meetings, commitments: commitments.filter(({ status }) => status !== 'done') }
    })
  useEffect(() => void load(), [session.renewals.value])
  useTitle(messages.title)
  const rights = session.user.value?.rights ?? []
  const { value, failure } = received.state.value
  return (
    <MeetingFrame>
      <h1>{messages.title}</h1>
      <p class={prose.quiet}>{messages.lead}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value === null && failure === null && <p role="status">{app.loading}</p>}
      {value !== null && (
        <div class={styles.columns}>
          <section aria-labelledby="meetings">
            <h2 id="meetings" class="visually-hidden">
              {messages.title}
            </h2>
            {value.meetings.length === 0 && <p class={prose.hint}>{messages.none}</p>}
            <ul class={styles.rows}>
              {value.meetings.map((meeting) => (
                <MeetingLink key={meeting.id} meeting={meeting} />
              ))}
            </ul>
            {rights.includes('meetings.write') && <PlanForm calls={calls} onPlanned={load} />}
            <CalendarSection calls={calls} />
          </section>
          <section aria-labelledby="open-commitments">
            <h2 id="open-commitments">
              <Terms>{messages.openCommitments}</Terms>
            </h2>
            {value.commitments.length === 0 && <p class={prose.hint}>{messages.nothingOpen}</p>}
            <ul class={styles.rows}>
              {value.commitments.map((commitment) => (
                <CommitmentRow
                  key={commitment.id}
                  commitment={commitment}
                  {...(rights.includes('commitments.write') && {
                    onTick: (done) =>
                      void calls
                        .change(commitment, { done })
                        .then(load, (error) => load().then(() => asFailure(error))),
                  })}
                />
              ))}
            </ul>
          </section>
        </div>
      )}
    </MeetingFrame>
  )
}

function MeetingLink({ meeting }: { readonly meeting: Meeting }) {
  const { language } = useSite()
  const { meetings: messages, formats } = useMeetingMessages()
  const { id, forum, areaName, heldOn, startsAt, state } = meeting
  const states = { planned: messages.planned, closed: messages.closed, cancelled: messages.cancelled }
  return (
    <li class={styles.link}>
      <a href={meetingAddress(id, language.value)}>
        <CityText>{messages.heading(messages.forums[forum], areaName)}</CityText>
      </a>
      <span>
        {formats.date(heldOn)}
        {startsAt !== null && ` ${messages.at(startsAt)}`} · {states[state]}
      </span>
    </li>
  )
}
