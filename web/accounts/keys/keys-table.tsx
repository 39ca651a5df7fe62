import type { ApiKey } from '../../../server/accounts/keys/contract.ts'
import { AdminTable } from '../admin-table.tsx'
import { useAdminMessages } from '../admin-messages.ts'
import { useAccountMessages } from '../messages.ts'
import styles from '../admin-table.module.css'
import controls from '../../ui/controls.module.css'

interface KeysTableProps {
  readonly keys: readonly ApiKey[]
  readonly onRevoke: (key: ApiKey) => void
}

/** API keys, a row each, including expired ones. */
export function KeysTable({ keys, onRevoke }: KeysTableProps) {
  const { words: messages, moment } = useAdminMessages()
  const { roles, formats } = useAccountMessages()
  const { keys: own, rights } = messages
  if (keys.length === 0) return <p class={styles.empty}>{own.empty}</p>
  return (
    <AdminTable
      label={messages.tabs.keys}
      columns={[messages.name, messages.role, own.scopes, own.expires, own.lastUsed, messages.state]}
      withActions
    >
      {keys.map((key) => (
        <tr key={key.id}>
          <th scope="row">
            {key.name}
            <small>lb_{key.prefix}_…</small>
          </th>
          <td>{roles[key.role]}</td>
          <td>{key.scopes.map((scope) => rights[scope] ?? scope).join(', ')}</td>
          <td>{formats.date(key.expiresAt)}</td>
          <td>{key.lastUsedAt === null ? messages.never : moment(key.lastUsedAt)}</td>
          <td>{own.states[stateOf(key)]}</td>
          <td class={styles.rowActions}>
            {stateOf(key) === 'active' && (
              <button
                type="button"
                class={controls.linkButton}
                aria-label={own.revokeOf(key.name)}
                onClick={() => onRevoke(key)}
              >
                {own.revoke}
              </button>
            )}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

function stateOf({ revokedAt, expiresAt }: ApiKey): 'active' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked'
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'active'
}
