import { useSignal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../../app/api/problem.ts'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import type { AdminApi, OneTimeLink, User } from '../admin-calls.ts'
import { useAdminMessages } from '../admin-messages.ts'
import { Loaded } from '../../app/shell/loaded.tsx'
import { PeopleTable } from './people-table.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { ShownOnce } from '../shown-once.tsx'
import { useResource } from '../../app/api/use-resource.ts'
import controls from '../../ui/controls.module.css'

/** Accounts: list, invitation, changes, and one-time links. */
export function PeopleSection({ api }: { readonly api: AdminApi }) {
  const { words: messages, moment } = useAdminMessages()
  const { people } = messages
  const found = useResource(async (signal) => ({
    users: await api.users(signal),
    organisations: await api.organisations(signal),
  }))
  const editing = useSignal<{ readonly user: User | null } | null>(null)
  const shown = useSignal<{ readonly name: string; readonly link: OneTimeLink } | null>(null)
  const failure = useSignal<RequestFailed | null>(null)
  const reset = async (user: User) => {
    failure.value = null
    try {
      shown.value = { name: user.name, link: await api.resetLink(user.id) }
    } catch (error) {
      failure.value = asFailure(error)
    }
  }
  return (
    <>
      <p class="lead">{people.lead}</p>
      <button type="button" class={controls.button} onClick={() => (editing.value = { user: null })}>
        {people.invite}
      </button>
      {failure.value !== null && <FailureNote failure={failure.value} />}
      <Loaded resource={found}>
        {({ users, organisations }) => (
          <>
            <PeopleTable
              users={users}
              organisations={organisations}
              onChange={(user) => (editing.value = { user })}
              onReset={reset}
            />
            {editing.value !== null && (
              <PersonDialog
                api={api}
                user={editing.value.user}
                organisations={organisations}
                onClose={() => (editing.value = null)}
                onInvited={(name, link) => (shown.value = { name, link })}
                onSaved={() => void found.retry()}
              />
            )}
          </>
        )}
      </Loaded>
      {shown.value !== null && (
        <ShownOnce
          title={people.linkTitle(shown.value.name)}
          lead={people.linkLead(moment(shown.value.link.expiresAt))}
          label={people.link}
          secret={shown.value.link.url}
          onClose={() => (shown.value = null)}
        />
      )}
    </>
  )
}
