import type { Signal } from '@preact/signals'
import type { AccountRole } from '../../../server/accounts/people/contract.ts'
import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { useAdminMessages } from '../admin-messages.ts'
import { useAccountMessages } from '../messages.ts'
import prose from '../../ui/prose.module.css'

const CHOICES: readonly AccountRole[] = [
  'planner',
  'coordinator',
  'analyst',
  'reader',
  'registrar',
  'partner',
  'reporter',
  'admin',
]

/** Chooses a role, with a description of each. */
export function RoleSelect({ value }: { readonly value: Signal<AccountRole> }) {
  const { words: messages } = useAdminMessages()
  const { roles, roleNotes } = useAccountMessages()
  return (
    <div>
      <ChoiceSelect
        label={messages.role}
        value={value.value}
        choices={CHOICES}
        words={(role) => roles[role]}
        onChange={(role) => (value.value = role)}
      />
      <p class={prose.hint}>{roleNotes[value.value]}.</p>
    </div>
  )
}
