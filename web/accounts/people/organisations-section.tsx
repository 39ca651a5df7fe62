import { useSignal } from '@preact/signals'
import { useTexts } from '../../app/site-context.ts'
import type { AdminApi, Organisation, Place, User } from '../admin-calls.ts'
import { AdminTable } from '../admin-table.tsx'
import { useAdminMessages } from '../admin-messages.ts'
import { Loaded } from '../../app/shell/loaded.tsx'
import { OrganisationDialog } from './organisation-dialog.tsx'
import { useResource } from '../../app/api/use-resource.ts'
import styles from '../admin-table.module.css'
import controls from '../../ui/controls.module.css'

/** Organisations and the places that bound their partners. */
export function OrganisationsSection({ api }: { readonly api: AdminApi }) {
  const { words: messages } = useAdminMessages()
  const found = useResource(async (signal) => ({
    organisations: await api.organisations(signal),
    places: await api.places(signal),
    users: await api.users(signal),
  }))
  const editing = useSignal<{ readonly organisation: Organisation | null } | null>(null)
  return (
    <>
      <p class="lead">{messages.organisations.lead}</p>
      <button type="button" class={controls.button} onClick={() => (editing.value = { organisation: null })}>
        {messages.organisations.add}
      </button>
      <Loaded resource={found}>
        {(value) => (
          <>
            <Organisations {...value} onChange={(organisation) => (editing.value = { organisation })} />
            {editing.value !== null && (
              <OrganisationDialog
                api={api}
                organisation={editing.value.organisation}
                places={value.places}
                onClose={() => (editing.value = null)}
                onSaved={() => void found.retry()}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

interface OrganisationsProps {
  readonly organisations: readonly Organisation[]
  readonly places: readonly Place[]
  readonly users: readonly User[]
  readonly onChange: (organisation: Organisation) => void
}

function Organisations({ organisations, places, users, onChange }: OrganisationsProps) {
  const { words: messages } = useAdminMessages()
  const { formats } = useTexts()
  const { organisations: own } = messages
  const names = new Map(places.map(({ id, name }) => [id, name]))
  if (organisations.length === 0) return <p class={styles.empty}>{own.empty}</p>
  return (
    <AdminTable
      label={messages.tabs.organisations}
      columns={[messages.name, own.places, own.partners]}
      withActions
    >
      {organisations.map((organisation) => (
        <tr key={organisation.id}>
          <th scope="row">{organisation.name}</th>
          <td>
            {organisation.placeIds.length === 0
              ? own.noPlaces
              : organisation.placeIds.map((id) => names.get(id) ?? id).join(', ')}
          </td>
          <td>
            {formats.count(users.filter(({ organisationId }) => organisationId === organisation.id).length)}
          </td>
          <td class={styles.rowActions}>
            <button
              type="button"
              class={controls.linkButton}
              aria-label={messages.changeOf(organisation.name)}
              onClick={() => onChange(organisation)}
            >
              {messages.change}
            </button>
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
