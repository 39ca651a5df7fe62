import { computed, type Signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { CheckList } from '../../ui/check-list.tsx'
import type { AnswerableArea, AnsweredArea } from '../admin-calls.ts'
import { useAdminMessages } from '../admin-messages.ts'
import styles from './answered-areas.module.css'
import fields from '../../ui/fields.module.css'
import prose from '../../ui/prose.module.css'

interface AnsweredAreasProps {
  readonly areas: readonly AnswerableArea[]
  readonly value: Signal<readonly AnsweredArea[]>
}

/** The districts and places that an organisation answers for, picked by name, each between days if need be. */
export function AnsweredAreas({ areas, value }: AnsweredAreasProps) {
  const { words: messages } = useAdminMessages()
  const { organisations: own } = messages
  const names = new Map(areas.map(({ id, name }) => [id, name]))
  if (areas.length === 0)
    return (
      <p class={prose.hint}>
        {own.none} {own.areasHint}
      </p>
    )
  return (
    <>
      {(['district', 'place'] as const).map((kind) => (
        <AreasOfKind
          key={kind}
          label={kind === 'district' ? own.districts : own.places}
          ids={areas.filter((area) => area.kind === kind).map(({ id }) => id)}
          names={names}
          value={value}
        />
      ))}
      {value.value.length > 0 && (
        <details class={prose.fold}>
          <summary>{own.limits}</summary>
          <p class={prose.hint}>{own.limitsHint}</p>
          <ul class={styles.limits}>
            {value.value.map((area) => (
              <Limits key={area.areaId} area={area} name={names.get(area.areaId) ?? ''} value={value} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

interface AreasOfKindProps {
  readonly label: string
  readonly ids: readonly number[]
  readonly names: ReadonlyMap<number, string>
  readonly value: Signal<readonly AnsweredArea[]>
}

function AreasOfKind({ label, ids, names, value }: AreasOfKindProps) {
  const chosen = useMemo(() => chosenAmong(ids, value), [ids, value])
  if (ids.length === 0) return null
  return <CheckList label={label} options={ids} labelOf={(id) => names.get(id)!} value={chosen} />
}

type Chosen = Pick<Signal<readonly number[]>, 'value' | 'peek'>

/** The chosen ids of one kind, as a signal that writes through to all areas. */
function chosenAmong(ids: readonly number[], value: Signal<readonly AnsweredArea[]>): Chosen {
  const chosen = computed(() => value.value.map(({ areaId }) => areaId).filter((id) => ids.includes(id)))
  return {
    get value() {
      return chosen.value
    },
    set value(now: readonly number[]) {
      const kept = value.peek().filter(({ areaId }) => !ids.includes(areaId) || now.includes(areaId))
      const known = new Set(kept.map(({ areaId }) => areaId))
      const added = now.filter((id) => !known.has(id)).map((areaId) => ({ areaId, from: null, to: null }))
      value.value = [...kept, ...added]
    },
    peek: () => chosen.peek(),
  }
}

interface LimitsProps {
  readonly area: AnsweredArea
  readonly name: string
  readonly value: Signal<readonly AnsweredArea[]>
}

function Limits({ area, name, value }: LimitsProps) {
  const { words: messages } = useAdminMessages()
  const { organisations: own } = messages
  const set = (change: Partial<AnsweredArea>) => {
    value.value = value.peek().map((one) => (one.areaId === area.areaId ? { ...one, ...change } : one))
  }
  return (
    <li>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class={fields.field}>
          <span class={fields.label}>{own[end](name)}</span>
          <input
            type="date"
            value={area[end] ?? ''}
            onInput={({ currentTarget }) =>
              set({ [end]: currentTarget.value === '' ? null : currentTarget.value })
            }
          />
        </label>
      ))}
    </li>
  )
}
