import { useSignal } from '@preact/signals'
import type { AccountRole } from '../../../server/accounts/people/contract.ts'
import type { AdminApi, OneTimeLink, Organisation, User } from '../admin-calls.ts'
import { useAdminMessages } from '../admin-messages.ts'
import { FormDialog } from '../form-dialog.tsx'
import { OrganisationSelect } from './organisation-select.tsx'
import { RoleSelect } from './role-select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import fields from '../../ui/fields.module.css'
import prose from '../../ui/prose.module.css'

interface PersonDialogProps {
  readonly api: AdminApi
  /** The account to change; null = an invitation. */
  readonly user: User | null
  readonly organisations: readonly Organisation[]
  readonly onClose: () => void
  readonly onInvited: (name: string, link: OneTimeLink) => void
  readonly onSaved: () => void
}

const MAX_NAME_LENGTH = 200
const MAX_EMAIL_LENGTH = 254

/** Inviting somebody, or changing an account. */
export function PersonDialog(props: PersonDialogProps) {
  const { api, user, organisations, onClose, onInvited, onSaved } = props
  const { words: messages } = useAdminMessages()
  const { people } = messages
  const email = useSignal('')
  const name = useSignal(user?.name ?? '')
  const role = useSignal<AccountRole>(user?.role ?? 'planner')
  const organisationId = useSignal(user?.organisationId ?? null)
  const disabled = useSignal(user?.disabled ?? false)
  const submit = async () => {
    const draft = { name: name.value, role: role.value, organisationId: organisationId.value }
    if (user === null) onInvited(draft.name, await api.invite({ ...draft, email: email.value }))
    else await api.changeUser(user.id, { ...draft, disabled: disabled.value })
    onSaved()
  }
  return (
    <FormDialog
      title={user === null ? people.inviteTitle : messages.changeOf(user.name)}
      action={user === null ? people.send : messages.save}
      onSubmit={submit}
      refused={{ conflict: user === null ? people.taken : people.lastAdministrator }}
      onClose={onClose}
    >
      <TextField label={messages.name} value={name} maxLength={MAX_NAME_LENGTH} />
      {user === null && (
        <TextField label={people.email} value={email} type="email" maxLength={MAX_EMAIL_LENGTH} />
      )}
      <RoleSelect value={role} />
      <OrganisationSelect value={organisationId} organisations={organisations} />
      {role.value === 'partner' && <p class={prose.hint}>{people.bound}</p>}
      {user !== null && (
        <div>
          <label class={fields.denseCheck}>
            <input
              type="checkbox"
              checked={disabled.value}
              onChange={({ currentTarget }) => (disabled.value = currentTarget.checked)}
            />
            {people.disabled}
          </label>
          <p class={prose.hint}>{people.disabledHint}</p>
        </div>
      )}
    </FormDialog>
  )
}
