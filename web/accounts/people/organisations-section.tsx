import { useSignal } from '@preact/signals'
import { useTexts } from '../../app/site-context.ts'
import type { AdminApi, AnswerableArea, Organisation, User } from '../admin-calls.ts'
import { AdminTable } from '../admin-table.tsx'
import { useAdminMessages } from '../admin-messages.ts'
import { Loaded } from '../../app/shell/loaded.tsx'
import { OrganisationDialog } from './organisation-dialog.tsx'
import { useResource } from '../../app/api/use-resource.ts'
import styles from '../admin-table.module.css'
import controls from '../../ui/controls.module.css'

/** Boards, companies, the police and parties, and the areas that they answer for. */
export function OrganisationsSection({ api }: { readonly api: AdminApi }) {
  const { words: messages } = useAdminMessages()
  const found = useResource(async (signal) => ({
    organisations: await api.organisations(signal),
    areas: await api.areas(signal),
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
                areas={value.areas}
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
  readonly areas: readonly AnswerableArea[]
  readonly users: readonly User[]
  readonly onChange: (organisation: Organisation) => void
}

function Organisations({ organisations, areas, users, onChange }: OrganisationsProps) {
  const { words: messages } = useAdminMessages()
  const { formats } = useTexts()
  const { organisations: own } = messages
  const names = new Map(areas.map(({ id, name }) => [id, name]))
  if (organisations.length === 0) return <p class={styles.empty}>{own.empty}</p>
  const areasText = ({ kind, areas: answered }: Organisation) => {
    if (answered.length === 0) return kind === 'party' ? own.noAreas : own.wholeCity
    const texts = answered.map(({ areaId, from, to }) => {
      const name = names.get(areaId) ?? String(areaId)
      return from === null && to === null ? name : own.between(name, `${from ?? ''}–${to ?? ''}`)
    })
    return texts.join(', ')
  }
  return (
    <AdminTable
      label={messages.tabs.organisations}
      columns={[messages.name, own.kind, own.areas, own.partners]}
      withActions
    >
      {organisations.map((organisation) => (
        <tr key={organisation.id}>
          <th scope="row">{organisation.name}</th>
          <td>{own.kinds[organisation.kind]}</td>
          <td>{areasText(organisation)}</td>
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
