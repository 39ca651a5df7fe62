import type { Signal } from '@preact/signals'
import { ChoiceSelect } from '../../ui/choice-select.tsx'
import type { Organisation } from '../admin-calls.ts'
import { useAdminMessages } from '../admin-messages.ts'

interface OrganisationSelectProps {
  readonly value: Signal<number | null>
  readonly organisations: readonly Organisation[]
}

const NOBODY = 0

/** Which organisation somebody belongs to, or none. */
export function OrganisationSelect({ value, organisations }: OrganisationSelectProps) {
  const { words: messages } = useAdminMessages()
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return (
    <ChoiceSelect
      label={messages.organisation}
      value={value.value ?? NOBODY}
      choices={[NOBODY, ...names.keys()]}
      words={(id) => names.get(id) ?? messages.noOrganisation}
      onChange={(id) => (value.value = id === NOBODY ? null : id)}
    />
  )
}
