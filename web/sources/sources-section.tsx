import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { AdminTable } from '../accounts/admin-table.tsx'
import { useResource } from '../app/api/use-resource.ts'
import { may } from '../app/session.ts'
import { Loaded } from '../app/shell/loaded.tsx'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { useSourceMessages } from './messages.ts'
import { type Board, createSourceCalls, type Source } from './source-calls.ts'
import { SourceDialog } from './source-dialog.tsx'
import controls from '../ui/controls.module.css'
import tables from '../accounts/admin-table.module.css'
import styles from './sources-section.module.css'

/** The sources with who may read each, and a form that changes it. */
export function SourcesSection() {
  const { http, session } = useSite()
  const { sourceAccess: messages } = useSourceMessages()
  const calls = useMemo(() => createSourceCalls(http), [http])
  const found = useResource(async (signal) => ({
    sources: await calls.sources(signal),
    boards: await calls.boards(may(session, 'people.read'), signal),
  }))
  const editing = useSignal<Source | null>(null)
  return (
    <>
      <p class="lead">{messages.lead}</p>
      <Loaded resource={found}>
        {({ sources, boards }) => (
          <>
            <Sources sources={sources} boards={boards} onChange={(source) => (editing.value = source)} />
            {editing.value !== null && (
              <SourceDialog
                source={editing.value}
                boards={boards}
                calls={calls}
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

interface SourcesProps {
  readonly sources: readonly Source[]
  readonly boards: readonly Board[]
  readonly onChange: (source: Source) => void
}

function Sources({ sources, boards, onChange }: SourcesProps) {
  const { session } = useSite()
  const { sourceAccess: messages } = useSourceMessages()
  const names = new Map(boards.map(({ id, name }) => [id, name]))
  const yesNo = (is: boolean) => (is ? messages.yes : messages.no)
  if (sources.length === 0) return <p class={tables.empty}>{messages.none}</p>
  return (
    <AdminTable
      label={messages.title}
      columns={[messages.source, messages.boards, messages.parties, messages.documents]}
      withActions
    >
      {sources.map((source) => (
        <tr key={source.id}>
          <th scope="row">
            <CityText>{source.title}</CityText>
            <small class={styles.controller}>{source.controller}</small>
          </th>
          <td>
            {source.boards === null ? (
              messages.allBoards
            ) : (
              <ul class={styles.readers}>
                {source.boards.map(({ organisation, ground }) => (
                  <li key={organisation}>
                    {names.get(organisation) ?? messages.unknownBoard}
                    <small class={styles.controller}>{ground}</small>
                  </li>
                ))}
              </ul>
            )}
          </td>
          <td>{yesNo(source.audiences.includes('partner'))}</td>
          <td>{yesNo(source.citable)}</td>
          <td class={tables.rowActions}>
            {may(session, 'sources.write') && (
              <button
                type="button"
                class={controls.linkButton}
                aria-label={messages.changeOf(source.title)}
                onClick={() => onChange(source)}
              >
                {messages.change}
              </button>
            )}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
