import { type Signal, useSignal } from '@preact/signals'
import { FormDialog } from '../accounts/form-dialog.tsx'
import { asFailure } from '../app/api/problem.ts'
import { CityText } from '../ui/city-text.tsx'
import { useSourceMessages } from './messages.ts'
import type { Board, Source, SourceCalls } from './source-calls.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'
import styles from './sources-section.module.css'

interface SourceDialogProps {
  readonly source: Source
  readonly boards: readonly Board[]
  readonly calls: SourceCalls
  readonly onClose: () => void
  readonly onSaved: () => void
}

type Named = NonNullable<Source['boards']>
const MAX_GROUND_LENGTH = 200

/** Who may read a source, on what ground, and whether parties see and documents cite its released figures. */
export function SourceDialog({ source, boards, calls, onClose, onSaved }: SourceDialogProps) {
  const { sourceAccess: messages } = useSourceMessages()
  const isLimited = useSignal(source.boards !== null)
  const named = useSignal<Named>(source.boards ?? [])
  const forParties = useSignal(source.audiences.includes('partner'))
  const citable = useSignal(source.citable)
  // What the choices here replace: read again when somebody else was faster, so that the next save is one knowingly.
  const seen = useSignal(source)
  const submit = async () => {
    const others = seen.value.audiences.filter((role) => role !== 'partner')
    const access = {
      audiences: forParties.value ? [...others, 'partner' as const] : others,
      boards: isLimited.value ? named.value : null,
      citable: citable.value,
    }
    try {
      await calls.save(seen.value, access)
    } catch (error) {
      if (asFailure(error).code === 'precondition-failed') seen.value = await calls.source(source.id)
      throw error
    }
    onSaved()
  }
  return (
    <FormDialog
      title={messages.changeOf(source.title)}
      action={messages.save}
      onSubmit={submit}
      refused={{
        'invalid-body': messages.noneNamed,
        'demo-refused': messages.closed,
        'precondition-failed': messages.changedMeanwhile,
      }}
      onClose={onClose}
    >
      {seen.value !== source && <SavedMeanwhile source={seen.value} boards={boards} />}
      <dl class={styles.terms}>
        {(
          [
            [messages.controller, source.controller],
            [messages.legalBasis, source.legalBasis],
            [messages.purpose, source.purpose],
          ] as const
        ).map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <CityText>{text}</CityText>
            </dd>
          </div>
        ))}
      </dl>
      <fieldset class={fields.plain}>
        <legend class={fields.label}>{messages.boards}</legend>
        {[false, true].map((limited) => (
          <label key={String(limited)} class={fields.check}>
            <input
              type="radio"
              name="boards"
              checked={isLimited.value === limited}
              onChange={() => (isLimited.value = limited)}
            />
            {limited ? messages.onlyNamed : messages.allBoards}
          </label>
        ))}
        {isLimited.value && <NamedBoards boards={boards} named={named} />}
      </fieldset>
      <div>
        <Tick value={forParties} label={messages.forParties} />
        <Tick value={citable} label={messages.citable} />
        <p class={prose.hint}>{messages.released}</p>
      </div>
    </FormDialog>
  )
}

/** Who may read it as somebody else has saved it meanwhile. */
function SavedMeanwhile({ source, boards }: Pick<SourceDialogProps, 'source' | 'boards'>) {
  const { sourceAccess: messages } = useSourceMessages()
  const nameOf = (id: number) => boards.find((board) => board.id === id)?.name ?? messages.unknownBoard
  const named = source.boards?.map(({ organisation, ground }) => `${nameOf(organisation)} (${ground})`)
  const yesNo = (is: boolean) => (is ? messages.yes : messages.no)
  return (
    <p class={prose.hint}>
      {messages.savedMeanwhile(
        named?.join(', ') ?? messages.allBoards,
        yesNo(source.audiences.includes('partner')),
        yesNo(source.citable),
      )}
    </p>
  )
}

function Tick({ value, label }: { readonly value: Signal<boolean>; readonly label: string }) {
  return (
    <label class={fields.check}>
      <input
        type="checkbox"
        checked={value.value}
        onChange={({ currentTarget }) => (value.value = currentTarget.checked)}
      />
      {label}
    </label>
  )
}

interface NamedBoardsProps {
  readonly boards: readonly Board[]
  readonly named: Signal<Named>
}

/** The organisations that may read it, each with the ground in words. */
function NamedBoards({ boards, named }: NamedBoardsProps) {
  const { sourceAccess: messages } = useSourceMessages()
  const names = new Map(boards.map(({ id, name }) => [id, name]))
  const left = boards.filter(({ id }) => named.value.every(({ organisation }) => organisation !== id))
  const nameOf = (id: number) => names.get(id) ?? messages.unknownBoard
  return (
    <>
      <ul class={styles.boards}>
        {named.value.map(({ organisation, ground }) => (
          <li key={organisation}>
            <label class={fields.field}>
              <span class={fields.label}>{messages.groundOf(nameOf(organisation))}</span>
              <input
                type="text"
                required
                maxLength={MAX_GROUND_LENGTH}
                value={ground}
                onInput={({ currentTarget }) =>
                  (named.value = named.value.map((entry) =>
                    entry.organisation === organisation
                      ? { organisation, ground: currentTarget.value }
                      : entry,
                  ))
                }
              />
            </label>
            <button
              type="button"
              class={controls.linkButton}
              aria-label={messages.removeOf(nameOf(organisation))}
              onClick={() =>
                (named.value = named.value.filter((entry) => entry.organisation !== organisation))
              }
            >
              {messages.remove}
            </button>
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <label class={fields.field}>
          <span class={fields.label}>{messages.addBoard}</span>
          <select
            value=""
            required={named.value.length === 0}
            onChange={({ currentTarget }) => {
              const organisation = Number(currentTarget.value)
              if (organisation > 0) named.value = [...named.value, { organisation, ground: '' }]
              currentTarget.value = ''
            }}
          >
            <option value="">{messages.chooseBoard}</option>
            {left.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {boards.length === 0 && <p class={prose.hint}>{messages.noBoards}</p>}
    </>
  )
}
