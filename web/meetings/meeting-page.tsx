import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { createResource } from '../app/api/resource.ts'
import { useResource } from '../app/api/use-resource.ts'
import { meetingsAddress } from '../app/route.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { WeekPictureSection } from '../observations/week-picture.tsx'
import { OpenFindings } from '../walks/open-findings.tsx'
import { CityText } from '../ui/city-text.tsx'
import { Attendees } from './attendees.tsx'
import { ClosingForm } from './closing-form.tsx'
import { CommitmentEdit } from './commitment-edit.tsx'
import { CommitmentRow } from './commitment-row.tsx'
import { DecisionForm } from './decision-form.tsx'
import { type Commitment, createMeetingCalls, type MeetingView } from './meeting-calls.ts'
import { MailNote } from './mail-note.tsx'
import { MeetingFrame } from './meeting-frame.tsx'
import { MinutesView } from './minutes-view.tsx'
import { WhenForm } from './when-form.tsx'
import { useMeetingMessages } from './messages.ts'
import styles from './meeting-page.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** The page of one meeting, for a wall display and a phone: open commitments, decisions, attendees. */
export function MeetingPage() {
  const { http, route, session, language } = useSite()
  const { meetings: messages, app, formats } = useMeetingMessages()
  const id = route.value.page === 'meeting' ? route.value.id : 0
  const calls = useMemo(() => createMeetingCalls(http), [])
  const view = useMemo(() => createResource<MeetingView>(), [id])
  const owners = useResource((signal) => calls.owners(signal))
  const failed = useSignal<RequestFailed | null>(null)
  const load = () => view.load((signal) => calls.find(id, signal))
  useEffect(() => void load(), [id, session.renewals.value])
  /** Runs work and reloads the meeting; gives whether it succeeded. */
  const doing = async (work: () => Promise<unknown>): Promise<boolean> => {
    failed.value = null
    try {
      await work()
      await load()
      return true
    } catch (error) {
      failed.value = asFailure(error)
      if (failed.value.code === 'precondition-failed') await load()
      return false
    }
  }
  const { value: meeting, failure } = view.state.value
  const title = meeting === null ? null : messages.heading(messages.forums[meeting.forum], meeting.areaName)
  useTitle(title)
  const rights = session.user.value?.rights ?? []
  const mayWrite = rights.includes('meetings.write') && meeting?.state === 'planned'
  const mayTick = rights.includes('commitments.write')
  const rowOf = (commitment: Commitment) => (
    <CommitmentRow
      key={commitment.id}
      commitment={commitment}
      {...(mayTick && { onTick: (done) => void doing(() => calls.change(commitment, { done })) })}
    >
      {mayTick && (
        <CommitmentEdit
          commitment={commitment}
          onChange={(revision, patch) => doing(() => calls.change({ id: commitment.id, revision }, patch))}
        />
      )}
    </CommitmentRow>
  )
  return (
    <MeetingFrame>
      <p class={styles.way}>
        <a href={meetingsAddress(language.value)}>{messages.toMeetings}</a>
      </p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {meeting === null && failure === null && <p role="status">{app.loading}</p>}
      {meeting !== null && (
        <>
          <header class={styles.head}>
            <h1>
              <CityText>{title!}</CityText>
            </h1>
            <p class={styles.day}>
              {formats.date(meeting.heldOn)}
              {meeting.startsAt !== null && ` ${messages.at(meeting.startsAt)}`}
            </p>
          </header>
          {meeting.state === 'cancelled' && <p class={prose.note}>{messages.cancelledLead}</p>}
          {mayWrite && (
            <WhenForm
              key={meeting.revision}
              meeting={meeting}
              onChange={(patch) => doing(() => calls.arrange(meeting, patch))}
            />
          )}
          {failed.value !== null && (
            <FailureNote
              failure={failed.value}
              ownMessages={{ 'precondition-failed': messages.changed, offline: messages.kept }}
            />
          )}
          {meeting.minutes !== null && <MinutesView minutes={meeting.minutes} />}
          <div class={styles.columns}>
            <div>
              <WeekPictureSection
                key={meeting.id}
                areaId={meeting.areaId}
                lastDay={meeting.state === 'closed' ? meeting.heldOn : null}
              />
              <section aria-labelledby="remaining">
                <h2 id="remaining">
                  {meeting.state === 'planned' ? messages.remaining : messages.remainingNow}
                </h2>
                {meeting.agenda.open.length === 0 && <p class={prose.hint}>{messages.nothingRemaining}</p>}
                <ul class={styles.rows}>{meeting.agenda.open.map(rowOf)}</ul>
                {meeting.agenda.done.length > 0 && (
                  <details class={prose.fold}>
                    <summary>
                      {meeting.agenda.since === null
                        ? messages.doneSoFar
                        : messages.doneSince(formats.date(meeting.agenda.since))}{' '}
                      ({formats.count(meeting.agenda.done.length)})
                    </summary>
                    <ul class={styles.rows}>{meeting.agenda.done.map(rowOf)}</ul>
                  </details>
                )}
              </section>
              <OpenFindings areaId={meeting.areaId} />
            </div>
            <section aria-labelledby="decisions">
              <h2 id="decisions">
                {meeting.state === 'planned' ? messages.decisions : messages.decisionsNow}
              </h2>
              {mayWrite && (
                <DecisionForm
                  name={`meeting ${meeting.id}`}
                  known={knownParties(meeting, owners.state.value.value ?? [])}
                  onAdd={(decision) => doing(() => calls.decide(meeting, decision))}
                />
              )}
              {meeting.decisions.length === 0 && <p class={prose.hint}>{messages.noDecisions}</p>}
              <ul class={styles.rows} aria-live="polite">
                {meeting.decisions.map(rowOf)}
              </ul>
            </section>
          </div>
          <div class={styles.columns}>
            <Attendees
              attendees={meeting.attendees}
              {...(mayWrite && {
                onChange: (attendees) => doing(() => calls.arrange(meeting, { attendees })),
              })}
            />
            {mayWrite && (
              <ClosingForm
                heldOn={meeting.heldOn}
                onClose={(nextOn) => doing(() => calls.close(meeting.id, nextOn))}
              />
            )}
          </div>
          {meeting.state === 'closed' && rights.includes('meetings.write') && (
            <MailNote calls={calls} meetingId={meeting.id} />
          )}
          {meeting.state === 'closed' && (
            <p>
              <button type="button" class={controls.button} onClick={() => window.print()}>
                {messages.print}
              </button>
            </p>
          )}
        </>
      )}
    </MeetingFrame>
  )
}

/** Attendees, owners of commitments and the city's organisations, each once. */
function knownParties(
  { attendees, agenda, decisions }: MeetingView,
  organisations: readonly string[],
): readonly string[] {
  const there = attendees.map(({ organisation }) => organisation)
  const busy = [...agenda.open, ...agenda.done, ...decisions].map(({ who }) => who)
  return [...new Set([...there, ...busy, ...organisations])]
}
