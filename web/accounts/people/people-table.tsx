import type { Organisation, User } from '../admin-calls.ts'
import { useAdminMessages } from '../admin-messages.ts'
import { AdminTable } from '../admin-table.tsx'
import { useAccountMessages } from '../messages.ts'
import styles from '../admin-table.module.css'
import controls from '../../ui/controls.module.css'

interface PeopleTableProps {
  readonly users: readonly User[]
  readonly organisations: readonly Organisation[]
  readonly onChange: (user: User) => void
  readonly onReset: (user: User) => Promise<void>
}

/** Accounts, a row each. */
export function PeopleTable({ users, organisations, onChange, onReset }: PeopleTableProps) {
  const { words: messages, moment } = useAdminMessages()
  const { roles } = useAccountMessages()
  const { people } = messages
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  if (users.length === 0) return <p class={styles.empty}>{people.empty}</p>
  return (
    <AdminTable
      label={messages.tabs.people}
      columns={[messages.name, messages.role, messages.organisation, messages.state, people.lastSignIn]}
      withActions
    >
      {users.map((user) => (
        <tr key={user.id}>
          <th scope="row">
            {user.name}
            <small>{user.email}</small>
          </th>
          <td>{roles[user.role]}</td>
          <td>{user.organisationId === null ? messages.none : names.get(user.organisationId)}</td>
          <td>{people.states[stateOf(user)]}</td>
          <td>{user.lastSignInAt === null ? messages.never : moment(user.lastSignInAt)}</td>
          <td class={styles.rowActions}>
            <button
              type="button"
              class={controls.linkButton}
              aria-label={messages.changeOf(user.name)}
              onClick={() => onChange(user)}
            >
              {messages.change}
            </button>
            {!user.openIdConnect && !user.disabled && (
              <button
                type="button"
                class={controls.linkButton}
                aria-label={people.resetOf(user.name)}
                onClick={() => void onReset(user)}
              >
                {people.reset}
              </button>
            )}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

function stateOf({ disabled, hasPassword, openIdConnect }: User): 'active' | 'invited' | 'disabled' {
  if (disabled) return 'disabled'
  return hasPassword || openIdConnect ? 'active' : 'invited'
}
