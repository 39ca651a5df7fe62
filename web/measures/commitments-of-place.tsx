import { Terms } from '../glossary/terms.tsx'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { createResource } from '../app/api/resource.ts'
import { useSite } from '../app/site-context.ts'
import { CommitmentEdit, type CommitmentPatch } from '../meetings/commitment-edit.tsx'
import { CommitmentRow } from '../meetings/commitment-row.tsx'
import { type Commitment, createMeetingCalls } from '../meetings/meeting-calls.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useMeasureMessages } from './messages.ts'
import { WorkFailure } from '../work/work-failure.tsx'
import { CommitmentForm } from './commitment-form.tsx'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

interface CommitmentsOfPlaceProps {
  readonly areaId: number
  /** Organisations that may answer for what is added. */
  readonly owners: readonly string[]
}

/** What was promised at the place and is not done, late ones first; and a form of what is promised between meetings. */
export function CommitmentsOfPlace({ areaId, owners }: CommitmentsOfPlaceProps) {
  const { http, session } = useSite()
  const { measures: messages } = useMeasureMessages()
  const calls = useMemo(() => createMeetingCalls(http), [])
  const resource = useMemo(() => createResource<readonly Commitment[]>(), [areaId])
  const failed = useSignal<RequestFailed | null>(null)
  const load = () => resource.load((signal) => calls.commitments(signal, areaId))
  useEffect(() => void load(), [areaId, session.renewals.value])
  const { value, failure } = resource.state.value
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void load()} />
  const open = (value ?? []).filter(({ status }) => status !== 'done')
  const mayTick = session.user.value?.rights.includes('commitments.write') === true
  if (open.length === 0 && !mayTick) return null
  const change = async (id: number, revision: number, patch: CommitmentPatch) => {
    failed.value = null
    try {
      await calls.change({ id, revision }, patch)
      await load()
      return true
    } catch (error) {
      failed.value = asFailure(error)
      if (failed.value.code === 'precondition-failed') await load()
      return false
    }
  }
  const tick = async (commitment: Commitment, done: boolean) => {
    // A failure shows itself: the newest state is read in any case.
    await calls.change(commitment, { done }).catch(() => {})
    await load()
  }
  return (
    <>
      <h3>
        <Terms>{messages.commitments}</Terms>
      </h3>
      {failed.value !== null && <WorkFailure failure={failed.value} />}
      {open.length === 0 && value !== null && <p class={prose.hint}>{messages.noCommitments}</p>}
      <ul class={workStyles.rows}>
        {open.map((commitment) => (
          <CommitmentRow
            key={commitment.id}
            commitment={commitment}
            {...(mayTick && { onTick: (done: boolean) => void tick(commitment, done) })}
          >
            {mayTick && (
              <CommitmentEdit
                commitment={commitment}
                onChange={(revision, patch) => change(commitment.id, revision, patch)}
              />
            )}
          </CommitmentRow>
        ))}
      </ul>
      {mayTick && (
        <CommitmentForm
          areaId={areaId}
          owners={owners}
          onAdd={async (commitment) => {
            await calls.commit(commitment)
            await load()
          }}
        />
      )}
    </>
  )
}
