import { type Signal, useComputed } from '@preact/signals'
import { ChoiceSelect } from '../ui/choice-select.tsx'
import type { AdminApi, AuditFilters } from '../accounts/admin-calls.ts'
import { useAdminMessages } from '../accounts/admin-messages.ts'
import { useResource } from '../app/api/use-resource.ts'
import styles from './audit-filter-form.module.css'
import fields from '../ui/fields.module.css'

interface AuditFilterFormProps {
  readonly api: AdminApi
  readonly value: Signal<AuditFilters>
}

const EVERYTHING = ''

/** Filters of the audit log: kind, person or key, days. */
export function AuditFilterForm({ api, value }: AuditFilterFormProps) {
  const { words: messages } = useAdminMessages()
  const { auditLog, kinds } = messages
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
  const set = (change: Partial<AuditFilters>) => (value.value = { ...value.peek(), ...change })
  const kindText: Readonly<Record<string, string>> = { [EVERYTHING]: auditLog.allKinds, ...kinds }
  const actorText: Readonly<Record<string, string>> = {
    [EVERYTHING]: auditLog.everybody,
    operator: auditLog.operator,
    anonymous: auditLog.anonymous,
  }
  return (
    <div class={styles.filters}>
      <ChoiceSelect
        label={auditLog.kind}
        value={value.value.kind}
        choices={Object.keys(kindText)}
        words={(kind) => kindText[kind]!}
        onChange={(kind) => set({ kind })}
      />
      <ChoiceSelect
        label={auditLog.actor}
        value={value.value.actor}
        choices={[...Object.keys(actorText), ...actors.keys()]}
        words={(actor) => actorText[actor] ?? actors.get(actor)!}
        onChange={(actor) => set({ actor })}
      />
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class={fields.field}>
          <span class={fields.label}>{auditLog[end]}</span>
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
