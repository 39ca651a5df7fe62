import { useSignal } from '@preact/signals'
import type { AdminApi, AnswerableArea, AnsweredArea, Organisation } from '../admin-calls.ts'
import { useAdminMessages } from '../admin-messages.ts'
import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AnsweredAreas } from './answered-areas.tsx'
import prose from '../../ui/prose.module.css'

interface OrganisationDialogProps {
  readonly api: AdminApi
  /** The one to change; null = a new one. */
  readonly organisation: Organisation | null
  readonly areas: readonly AnswerableArea[]
  readonly onClose: () => void
  readonly onSaved: () => void
}

const MAX_NAME_LENGTH = 200
const KINDS: readonly Organisation['kind'][] = ['board', 'company', 'police', 'party']

/** The name and kind of an organisation, and the areas that it answers for. */
export function OrganisationDialog({ api, organisation, areas, onClose, onSaved }: OrganisationDialogProps) {
  const { words: messages } = useAdminMessages()
  const { organisations: own } = messages
  const name = useSignal(organisation?.name ?? '')
  const kind = useSignal<Organisation['kind']>(organisation?.kind ?? 'board')
  const answered = useSignal<readonly AnsweredArea[]>(organisation?.areas ?? [])
  const submit = async () => {
    const draft = { name: name.value, kind: kind.value, areas: [...answered.value] }
    await api.saveOrganisation(organisation?.id ?? null, draft)
    onSaved()
  }
  return (
    <FormDialog
      title={organisation === null ? own.addTitle : messages.changeOf(organisation.name)}
      action={messages.save}
      onSubmit={submit}
      refused={{ conflict: own.taken }}
      onClose={onClose}
    >
      <TextField label={messages.name} value={name} maxLength={MAX_NAME_LENGTH} />
      <div>
        <ChoiceSelect
          label={own.kind}
          value={kind.value}
          choices={KINDS}
          words={(choice) => own.kinds[choice]}
          onChange={(choice) => (kind.value = choice)}
        />
        <p class={prose.hint}>{own.kindNotes[kind.value]}</p>
      </div>
      <AnsweredAreas areas={areas} value={answered} />
    </FormDialog>
  )
}
