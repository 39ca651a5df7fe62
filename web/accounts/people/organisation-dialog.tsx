import { useSignal } from '@preact/signals'
import type { AdminApi, Organisation, Place } from '../admin-calls.ts'
import { useAdminMessages } from '../admin-messages.ts'
import { CheckList } from '../../ui/check-list.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import prose from '../../ui/prose.module.css'

interface OrganisationDialogProps {
  readonly api: AdminApi
  /** Which to change; null = a new one. */
  readonly organisation: Organisation | null
  readonly places: readonly Place[]
  readonly onClose: () => void
  readonly onSaved: () => void
}

const MAX_NAME_LENGTH = 200

/** The name and places of an organisation. */
export function OrganisationDialog({ api, organisation, places, onClose, onSaved }: OrganisationDialogProps) {
  const { words: messages } = useAdminMessages()
  const { organisations: own } = messages
  const name = useSignal(organisation?.name ?? '')
  const placeIds = useSignal<readonly number[]>(organisation?.placeIds ?? [])
  const names = new Map(places.map(({ id, name: known }) => [id, known]))
  const submit = async () => {
    await api.saveOrganisation(organisation?.id ?? null, { name: name.value, placeIds: placeIds.value })
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
      {places.length === 0 ? (
        <p class={prose.hint}>
          {own.none} {own.placesHint}
        </p>
      ) : (
        <CheckList
          label={own.places}
          choices={[...names.keys()]}
          words={(id) => names.get(id)!}
          value={placeIds}
        />
      )}
    </FormDialog>
  )
}
