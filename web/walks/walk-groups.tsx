import { useSignal } from '@preact/signals'
import { ImpersonalInput } from '../app/shell/impersonal-input.tsx'
import { CityText } from '../ui/city-text.tsx'
import { useKeptText } from '../ui/kept-text.ts'
import { useWalkMessages } from './messages.ts'
import type { Walk } from './walk-calls.ts'
import styles from './walk-page.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

type Groups = readonly Walk['groups'][number][]

/** Who took part, by group and number. @param onChange stores the list; absent = read-only */
export function WalkGroups({
  groups,
  onChange,
}: {
  readonly groups: Groups
  readonly onChange?: (groups: Groups) => void
}) {
  const { walks: messages, formats } = useWalkMessages()
  const group = useKeptText('group of a walk')
  const count = useSignal('1')
  const add = () => {
    onChange?.([...groups, { group: group.peek().trim(), count: Number(count.peek()) }])
    group.value = ''
    count.value = '1'
  }
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{messages.took}</h2>
      {groups.length === 0 && <p class={prose.hint}>{messages.noGroups}</p>}
      <ul class={styles.groups}>
        {groups.map((entry, k) => (
          <li key={`${k} ${entry.group}`}>
            <CityText>{messages.people(entry.group, formats.count(entry.count))}</CityText>
            {onChange !== undefined && (
              <button
                type="button"
                class={controls.linkButton}
                aria-label={messages.remove(entry.group)}
                onClick={() => onChange(groups.filter((_, other) => other !== k))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {onChange !== undefined && (
        <form
          class={fields.form}
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <p class={prose.hint}>{messages.groupsHint}</p>
          <div class={fields.pair}>
            <label class={fields.field}>
              <span class={fields.label}>{messages.group}</span>
              <ImpersonalInput
                required
                maxLength={80}
                value={group.value}
                onText={(text) => (group.value = text)}
              />
            </label>
            <label class={fields.field}>
              <span class={fields.label}>{messages.count}</span>
              <input
                class={styles.count}
                type="number"
                min={1}
                max={999}
                required
                value={count.value}
                onInput={({ currentTarget }) => (count.value = currentTarget.value)}
              />
            </label>
          </div>
          <p>
            <button type="submit" class={controls.button}>
              {messages.addGroup}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
