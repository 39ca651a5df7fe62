import { useSignal, useSignalEffect } from '@preact/signals'
import type { AccountRole } from '../../../server/accounts/people/contract.ts'
import type { Right } from '../../../server/accounts/sign-in/contract.ts'
import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { useTexts } from '../../app/site-context.ts'
import type { AdminApi, KeyList, Organisation } from '../admin-calls.ts'
import { useAdminMessages } from '../admin-messages.ts'
import { CheckList } from '../../ui/check-list.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { OrganisationSelect } from '../people/organisation-select.tsx'
import { RoleSelect } from '../people/role-select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import prose from '../../ui/prose.module.css'

interface KeyDialogProps {
  readonly api: AdminApi
  readonly scopesByRole: KeyList['scopesByRole']
  readonly organisations: readonly Organisation[]
  readonly onClose: () => void
  readonly onMade: (made: { readonly name: string; readonly token: string }) => void
}

const MAX_NAME_LENGTH = 120
const DAYS = [30, 90, 365, 730] as const

/** Dialog for a new key: name, scopes and lifetime. */
export function KeyDialog({ api, scopesByRole, organisations, onClose, onMade }: KeyDialogProps) {
  const { words: messages } = useAdminMessages()
  const { formats } = useTexts()
  const { keys, rights } = messages
  const name = useSignal('')
  const role = useSignal<AccountRole>('analyst')
  const scopes = useSignal<readonly Right[]>([])
  const organisationId = useSignal<number | null>(null)
  const days = useSignal<number>(365)
  const choices = scopesByRole.find((one) => one.role === role.value)?.scopes ?? []
  // Removes chosen scopes that a newly chosen role lacks.
  useSignalEffect(() => {
    const open = scopesByRole.find((one) => one.role === role.value)?.scopes ?? []
    const kept = scopes.peek().filter((scope) => open.includes(scope))
    if (kept.length < scopes.peek().length) scopes.value = kept
  })
  const submit = async () => {
    const draft = { name: name.value, role: role.value, scopes: scopes.value, days: days.value }
    onMade(await api.makeKey({ ...draft, organisationId: organisationId.value }))
  }
  return (
    <FormDialog
      title={keys.makeTitle}
      action={keys.make}
      onSubmit={submit}
      refused={{ 'invalid-body': keys.needScope }}
      onClose={onClose}
    >
      <TextField label={messages.name} value={name} maxLength={MAX_NAME_LENGTH} />
      <RoleSelect value={role} />
      <OrganisationSelect value={organisationId} organisations={organisations} />
      <CheckList label={keys.scopes} options={choices} labelOf={(right) => rights[right]} value={scopes} />
      {scopes.value.length === 0 && <p class={prose.hint}>{keys.needScope}</p>}
      <ChoiceSelect
        label={keys.days}
        value={days.value}
        choices={DAYS}
        words={(count) => keys.dayChoices(formats.count(count))}
        onChange={(count) => (days.value = count)}
      />
    </FormDialog>
  )
}
