import { useSignal } from '@preact/signals'
import { ImpersonalInput } from '../app/shell/impersonal-input.tsx'
import { CityText } from '../ui/city-text.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { useKeptText } from '../ui/kept-text.ts'
import { audienceField } from '../work/audience-field.ts'
import { FormFields } from '../work/form-fields.tsx'
import { useWorkMessages } from '../work/messages.ts'
import type { Commitment, Decision } from './meeting-calls.ts'
import { useMeetingMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** A change as it is typed, and the revision that it changes. */
type Draft = Pick<Commitment, 'revision' | 'what' | 'who' | 'dueOn' | 'audience'>

export type CommitmentPatch = Partial<Omit<Decision, 'kind'> & Pick<Commitment, 'audience'>>

interface CommitmentEditProps {
  readonly commitment: Commitment
  /** Stores a change of a revision; what is typed stays until then. */
  readonly onChange: (revision: number, patch: CommitmentPatch) => Promise<boolean>
}

/** Corrects or moves a commitment. Where somebody else did meanwhile, both texts stand there to choose from. */
export function CommitmentEdit({ commitment, onChange }: CommitmentEditProps) {
  const { meetings: messages } = useMeetingMessages()
  const { work } = useWorkMessages()
  const kept = useKeptText(`commitment ${commitment.id}`)
  const busy = useSignal(false)
  const draft = kept.value === '' ? null : (JSON.parse(kept.value) as Draft)
  const isOpen = useSignal(draft !== null)
  const { revision, what, who, dueOn, audience } = commitment
  const now = draft ?? { revision, what, who, dueOn, audience }
  const set = (patch: Partial<Draft>) => (kept.value = JSON.stringify({ ...now, ...patch }))
  const save = async () => {
    busy.value = true
    const { revision: changed, ...patch } = now
    const isStored = await onChange(changed, patch)
    busy.value = false
    if (!isStored) return
    kept.value = ''
    isOpen.value = false
  }
  return (
    <details
      class={prose.fold}
      open={isOpen.value}
      onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}
    >
      <summary aria-label={messages.changeOf(what)}>{messages.change}</summary>
      {isOpen.value && (
        <form
          class={fields.form}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {draft !== null && draft.revision !== revision && (
            <Conflict
              commitment={commitment}
              onKeepMine={() => set({ revision })}
              onTakeTheirs={() => (kept.value = '')}
            />
          )}
          <label class={fields.field}>
            <span class={fields.label}>{messages.what}</span>
            <ImpersonalInput
              required
              maxLength={300}
              value={now.what}
              onText={(text) => set({ what: text })}
            />
          </label>
          <div class={fields.pair}>
            <label class={fields.field}>
              <span class={fields.label}>{messages.who}</span>
              <ImpersonalInput
                required
                maxLength={120}
                value={now.who}
                onText={(text) => set({ who: text })}
              />
            </label>
            <label class={fields.field}>
              <span class={fields.label}>{messages.by}</span>
              <input
                type="date"
                value={now.dueOn ?? ''}
                onInput={({ currentTarget: { value } }) => set({ dueOn: value === '' ? null : value })}
              />
            </label>
          </div>
          <FormFields
            list={[audienceField(work)]}
            values={{ audience: now.audience }}
            onInput={(_, value) => set({ audience: value as Commitment['audience'] })}
          />
          <p class={controls.row}>
            <ActionButton class={controls.button} idle={busy.value}>
              {messages.save}
            </ActionButton>
            {draft !== null && (
              <button type="button" class={controls.quietButton} onClick={() => (kept.value = '')}>
                {messages.leave}
              </button>
            )}
          </p>
        </form>
      )}
    </details>
  )
}

interface ConflictProps {
  readonly commitment: Commitment
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
}

function Conflict({ commitment: { what, who, dueOn, changed }, onKeepMine, onTakeTheirs }: ConflictProps) {
  const { meetings: messages, formats } = useMeetingMessages()
  return (
    <div class={prose.note} role="alert" data-part="change-conflict">
      <p class={prose.noteTitle}>{messages.conflict(changed.name)}</p>
      <p>
        <CityText>{`${what} · ${who}`}</CityText>
        {dueOn !== null && ` · ${messages.dueBy(formats.date(dueOn))}`}
      </p>
      <p class={prose.hint}>{messages.yoursBelow}</p>
      <p class={controls.row}>
        <button type="button" class={controls.button} onClick={onKeepMine}>
          {messages.keepMine}
        </button>
        <button type="button" class={controls.quietButton} onClick={onTakeTheirs}>
          {messages.takeTheirs}
        </button>
      </p>
    </div>
  )
}
