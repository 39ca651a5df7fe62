import type { Signal } from '@preact/signals'
import { ChoiceSelect } from '../../ui/choice-select.tsx'
import type { Organisation } from '../admin-calls.ts'
import { useAdminWords } from '../admin-words.ts'

interface OrganisationSelectProps {
  readonly value: Signal<number | null>
  readonly organisations: readonly Organisation[]
}

const NOBODY = 0

/** Which organisation somebody belongs to, or none. */
export function OrganisationSelect({ value, organisations }: OrganisationSelectProps) {
  const { words } = useAdminWords()
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return (
    <ChoiceSelect
      label={words.organisation}
      value={value.value ?? NOBODY}
      choices={[NOBODY, ...names.keys()]}
      words={(id) => names.get(id) ?? words.noOrganisation}
      onChange={(id) => (value.value = id === NOBODY ? null : id)}
    />
  )
}
