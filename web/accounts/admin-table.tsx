import type { ComponentChildren } from 'preact'
import { useAdminMessages } from './admin-messages.ts'
import styles from './admin-table.module.css'
import tables from '../ui/tables.module.css'

interface AdminTableProps {
  readonly label: string
  readonly columns: readonly string[]
  /** Whether the rows end with buttons. */
  readonly withActions?: boolean
  readonly children: ComponentChildren
}

/** A text table that scrolls sideways when too wide. */
export function AdminTable({ label, columns, withActions = false, children }: AdminTableProps) {
  const { words: messages } = useAdminMessages()
  return (
    <div class={`${tables.scroll} ${styles.scroll}`} tabIndex={0} role="region" aria-label={label}>
      <table class={`${tables.figuresWords} ${styles.table}`}>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {withActions && (
              <th scope="col">
                <span class="visually-hidden">{messages.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
