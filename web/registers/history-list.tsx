import { FailureNote } from '../app/shell/failure-note.tsx'
import { CityText } from '../ui/city-text.tsx'
import { useRegisterMessages } from './messages.ts'
import type { FeatureState } from './register-calls.ts'
import type { RegisterDesk } from './register-desk.ts'
import { valuesOfFeature } from './register-feature.ts'
import type { RegisterKind } from './register-kinds.ts'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'
import styles from './registers-page.module.css'

/** Who changed a feature, when and what, with a button that puts an earlier state back. */
export function HistoryList({ desk }: { readonly desk: RegisterDesk }) {
  const { registers } = useRegisterMessages()
  const { history } = registers
  const { value, failure } = desk.history.state.value
  return (
    <section class={sections.section} aria-labelledby="feature-history">
      <h3 id="feature-history">{history.title}</h3>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void desk.history.retry()} />}
      {value?.length === 0 && <p class={prose.hint}>{history.none}</p>}
      {value !== null && (
        <ol class={styles.history}>
          {value.map((state, index) => (
            <HistoryRow
              key={state.feature.properties.revision}
              desk={desk}
              state={state}
              before={value[index + 1] ?? null}
              isNow={index === 0}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

interface HistoryRowProps {
  readonly desk: RegisterDesk
  readonly state: FeatureState
  /** The state that it took the place of; null for the first. */
  readonly before: FeatureState | null
  readonly isNow: boolean
}

function HistoryRow({ desk, state, before, isNow }: HistoryRowProps) {
  const { registers, formats } = useRegisterMessages()
  const { history } = registers
  const { at, name, fileName } = state
  const when = at === null ? history.unknown : formats.moment(at)
  const source =
    fileName === null ? history.by(name ?? registers.somebody, when) : history.fromFile(fileName, when)
  const changed = before === null ? [] : changedFields(desk.kind.value, state, before)
  const names = changed.map((field) => {
    if (field === 'geometry') return history.place
    if (field === 'schedule') return history.week
    return registers.fields[field as keyof typeof registers.fields]
  })
  const what =
    before === null
      ? history.added
      : names.length === 0
        ? history.same
        : history.changed([...new Set(names)].join(', ').toLocaleLowerCase('sv'))
  return (
    <li>
      <p>{what}</p>
      <p class={prose.hint}>
        <CityText>{at === null && name === null && fileName === null ? history.unknown : source}</CityText>
        {isNow && ` · ${history.now}`}
      </p>
      {!isNow && (
        <button
          type="button"
          class={controls.linkButton}
          aria-label={history.restoreOf(when)}
          onClick={() => void desk.restore(state)}
        >
          {history.restore}
        </button>
      )}
    </li>
  )
}

/** The fields in which two states differ; a camera's degrees count as its place. */
function changedFields(kind: RegisterKind, state: FeatureState, before: FeatureState): readonly string[] {
  const [now, then] = [valuesOfFeature(kind, state.feature), valuesOfFeature(kind, before.feature)]
  return Object.keys(now)
    .filter((name) => now[name] !== then[name])
    .map((name) => (name === 'latitude' || name === 'longitude' ? 'geometry' : name))
}
