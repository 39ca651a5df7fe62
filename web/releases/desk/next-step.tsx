import { useSignal } from '@preact/signals'
import { TextField } from '../../ui/text-field.tsx'
import { LongStep } from './long-step.tsx'
import { useDeskMessages } from './messages.ts'
import type { Release, ReleaseCalls } from './release-calls.ts'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'
import sections from '../../ui/sections.module.css'
import styles from './releases-page.module.css'

interface NextStepProps {
  readonly release: Release
  readonly name: string
  readonly calls: ReleaseCalls
  readonly onStep: () => Promise<unknown>
  /** Called before `onStep` where a step was refused. */
  readonly onRefused: () => void
}

/** What can be done with a release as it stands, by whoever looks. */
export function NextStep({ release, name, calls, onStep, onRefused }: NextStepProps) {
  const { desk } = useDeskMessages()
  const { next } = desk
  const { id, state, kind, mayApprove, attack } = release
  if (state === 'withdrawn' || state === 'discarded') return null
  const failures = { conflict: next.conflict }
  // A refusal may mean that a colleague was quicker: the page shows how it stands then, too.
  const step = (call: () => Promise<unknown>) => async () => {
    try {
      await call()
    } catch (error) {
      onRefused()
      throw error
    } finally {
      void onStep()
    }
  }
  return (
    <section class={`${sections.section} ${styles.next}`} aria-labelledby="next-step" data-part="next-step">
      <h3 id="next-step">{next.title}</h3>
      {state === 'prepared' && attack.breached.length > 0 && <p class={prose.note}>{next.breached}</p>}
      {state === 'prepared' && attack.breached.length === 0 && !mayApprove && (
        <HandOver id={id} name={name} />
      )}
      {mayApprove && (
        <LongStep
          label={next.approve}
          note={next.approveNote}
          isStrong
          failures={failures}
          onPress={step(() => calls.approve(id))}
        />
      )}
      {state === 'approved' && (
        <LongStep
          label={next.publish}
          note={kind === 'public' ? next.publishNote : next.publishPlaceNote}
          isStrong
          working={desk.publishing}
          failures={{ conflict: next.unsafe }}
          onPress={step(() => calls.publish(id))}
        />
      )}
      {(state === 'prepared' || state === 'approved') && (
        <LongStep
          label={next.discard}
          note={next.discardNote}
          failures={failures}
          onPress={step(() => calls.discard(id))}
        />
      )}
      {state === 'published' && (
        <Withdrawal
          address={release.address}
          onWithdraw={(reason) => step(() => calls.withdraw(id, reason))()}
        />
      )}
    </section>
  )
}

/** For whoever prepared it where another person approves: the link to hand over. */
function HandOver({ id, name }: Pick<NextStepProps, 'name'> & { readonly id: number }) {
  const { desk } = useDeskMessages()
  const { next } = desk
  const copied = useSignal(false)
  const address = `${location.origin}/?page=releases#release-${id}`
  const mail = `mailto:?subject=${encodeURIComponent(next.mailSubject(name))}&body=${encodeURIComponent(next.mailBody(address))}`
  return (
    <>
      <p>{next.byOther}</p>
      <p class={styles.address}>{address}</p>
      <p class={controls.row}>
        <button
          type="button"
          class={controls.button}
          onClick={() => void navigator.clipboard.writeText(address).then(() => (copied.value = true))}
        >
          {next.copy}
        </button>
        <a class={controls.quietButton} href={mail}>
          {next.mail}
        </a>
      </p>
      <p role="status">{copied.value && next.copied}</p>
    </>
  )
}

interface WithdrawalProps {
  readonly address: string | null
  readonly onWithdraw: (reason: string) => Promise<unknown>
}

function Withdrawal({ address, onWithdraw }: WithdrawalProps) {
  const { desk } = useDeskMessages()
  const { next } = desk
  const reason = useSignal('')
  return (
    <>
      {address !== null && (
        <p>
          <a href="/?page=start">{next.read}</a>
        </p>
      )}
      <details class={prose.fold}>
        <summary>{next.withdrawTitle}</summary>
        <p>{next.withdrawNote}</p>
        <TextField label={next.withdrawReason} value={reason} maxLength={500} />
        <LongStep
          label={next.withdraw}
          failures={{ conflict: next.conflict }}
          onPress={() => onWithdraw(reason.peek())}
        />
      </details>
    </>
  )
}
