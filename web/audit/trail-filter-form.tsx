import { type Signal, useComputed } from '@preact/signals'
import { ChoiceSelect } from '../ui/choice-select.tsx'
import type { AdminApi, TrailFilters } from '../accounts/admin-calls.ts'
import { useAdminWords } from '../accounts/admin-words.ts'
import { useResource } from '../app/api/use-resource.ts'
import styles from './trail-filter-form.module.css'
import fields from '../ui/fields.module.css'

interface TrailFilterFormProps {
  readonly api: AdminApi
  readonly value: Signal<TrailFilters>
}

const EVERYTHING = ''

/** Which events of the trail are shown: kind, person or key, days. */
export function TrailFilterForm({ api, value }: TrailFilterFormProps) {
  const { words } = useAdminWords()
  const { trail, kinds } = words
  const known = useResource(async (signal) => ({
    users: await api.users(signal),
    keys: await api.keys(signal),
  }))
  const actors = useComputed(() => {
    const { users, keys } = known.state.value.value ?? { users: [], keys: null }
    return new Map<string, string>([
      ...users.map(({ id, name }) => [`account/${id}`, name] as const),
      ...(keys?.items ?? []).map(
        ({ id, name, prefix }) => [`key/${id}`, `${name} (lb_${prefix}_…)`] as const,
      ),
    ])
  }).value
  const set = (change: Partial<TrailFilters>) => (value.value = { ...value.peek(), ...change })
  const kindWords: Readonly<Record<string, string>> = { [EVERYTHING]: trail.allKinds, ...kinds }
  const actorWords: Readonly<Record<string, string>> = {
    [EVERYTHING]: trail.everybody,
    operator: trail.operator,
    anonymous: trail.anonymous,
  }
  return (
    <div class={styles.filters}>
      <ChoiceSelect
        label={trail.kind}
        value={value.value.kind}
        choices={Object.keys(kindWords)}
        words={(kind) => kindWords[kind]!}
        onChange={(kind) => set({ kind })}
      />
      <ChoiceSelect
        label={trail.actor}
        value={value.value.actor}
        choices={[...Object.keys(actorWords), ...actors.keys()]}
        words={(actor) => actorWords[actor] ?? actors.get(actor)!}
        onChange={(actor) => set({ actor })}
      />
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class={fields.field}>
          <span class={fields.label}>{trail[end]}</span>
          <input
            type="date"
            value={value.value[end]}
            onChange={({ currentTarget }) => set({ [end]: currentTarget.value })}
          />
        </label>
      ))}
    </div>
  )
}
