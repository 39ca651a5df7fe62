import { useEffect, useRef } from 'preact/hooks'
import type { RequestFailed } from '../app/api/problem.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { AreaTools } from '../proposals/area-tools.tsx'
import { CoordinateTable } from '../proposals/coordinate-table.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { EditConflictChoice } from './edit-conflict-choice.tsx'
import { HistoryList } from './history-list.tsx'
import { useRegisterMessages } from './messages.ts'
import type { RegisterDesk } from './register-desk.ts'
import type { RegisterEdit } from './register-edit.ts'
import { featureOfValues, scheduleOf } from './register-feature.ts'
import { RegisterField } from './register-field.tsx'
import { REGISTER_FIELDS } from './register-kinds.ts'
import { WeekEditor } from './week-editor.tsx'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'
import styles from './registers-page.module.css'

interface FeatureFormProps {
  readonly desk: RegisterDesk
  readonly edit: RegisterEdit
}

/** A feature that is added or changed: its properties, its place, its week, its history. */
export function FeatureForm({ desk, edit }: FeatureFormProps) {
  const { registers } = useRegisterMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [edit])
  const { kind, name } = edit
  const id = edit.id.value
  const isArea = kind !== 'cameras'
  return (
    <section aria-labelledby="feature-name">
      <h2 id="feature-name" ref={heading} tabIndex={-1} class={styles.heading}>
        {name ?? registers.adding[kind]}
      </h2>
      {edit.mergedWith.value !== null && (
        <p class={prose.note} role="status">
          {registers.merged(edit.mergedWith.value.who ?? registers.somebody)}
        </p>
      )}
      {edit.conflict.value !== null && <EditConflictChoice edit={edit} conflict={edit.conflict.value} />}
      <p class={prose.hint}>{isArea ? null : registers.cameraHint}</p>
      {isArea && (
        <>
          <AreaTools />
          <CoordinateTable />
          {problemOf(edit, 'geometry', registers) !== null && (
            <p class={fields.problem}>{problemOf(edit, 'geometry', registers)}</p>
          )}
        </>
      )}
      <Properties desk={desk} edit={edit} />
      {id !== null && <HistoryList desk={desk} />}
    </section>
  )
}

/** The form itself; it is sent as a whole. */
function Properties({ desk, edit }: FeatureFormProps) {
  const { session } = useSite()
  const { registers } = useRegisterMessages()
  const { kind, name } = edit
  const values = edit.values.value
  const isPlaced = featureOfValues(kind, values) !== null
  const isNew = edit.id.value === null
  const isOpen = edit.conflict.value !== null
  // The demo city keeps its areas, because its figures stand on them.
  const isClosed = session.demo.value && kind === 'areas'
  return (
    <form
      class={styles.properties}
      onSubmit={(event) => {
        event.preventDefault()
        if (isPlaced && !isOpen && !isClosed) void desk.save()
      }}
    >
      {REGISTER_FIELDS[kind].map((field) => (
        <RegisterField
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          problem={problemOf(edit, field.name, registers)}
          onInput={(value) => edit.put({ [field.name]: value })}
        />
      ))}
      {kind === 'patrol-zones' && (
        <WeekEditor
          windows={scheduleOf(values)}
          onChange={(windows) => edit.put({ schedule: JSON.stringify(windows) })}
        />
      )}
      {kind === 'cameras' && <p class={`${prose.hint} ${styles.wide}`}>{registers.zoneNote}</p>}
      <div class={styles.wide}>
        {!isPlaced && (
          <p class={prose.hint}>{kind === 'cameras' ? registers.noPosition : registers.noOutline}</p>
        )}
        {isClosed && <p class={prose.note}>{registers.demo}</p>}
        <Refusal edit={edit} />
        <p class={controls.row}>
          <ActionButton
            class={controls.strongButton}
            idle={edit.busy.value || !isPlaced || isOpen || isClosed}
          >
            {registers.save}
          </ActionButton>
          <button type="button" class={controls.quietButton} onClick={() => desk.cancel()}>
            {registers.cancel}
          </button>
          {!isNew && !isClosed && (
            <button
              type="button"
              class={controls.linkButton}
              onClick={() => window.confirm(registers.removeSure(name ?? '')) && void desk.remove()}
            >
              {registers.remove}
            </button>
          )}
        </p>
      </div>
    </form>
  )
}

/** Why it was not stored, and the way on where somebody has removed it. */
function Refusal({ edit }: { readonly edit: RegisterEdit }) {
  const { registers } = useRegisterMessages()
  const failure = edit.failure.value
  if (failure === null) return null
  if (failure.code === 'not-found' && edit.id.value !== null)
    return (
      <div class={prose.failure} role="alert">
        <p>{registers.gone}</p>
        <button
          type="button"
          class={controls.quietButton}
          onClick={() => {
            edit.id.value = null
            edit.failure.value = null
          }}
        >
          {registers.saveAsNew}
        </button>
      </div>
    )
  const own = failure.problems.length > 0 ? { [failure.code]: registers.notSaved } : {}
  return <FailureNote failure={failure} ownMessages={own} />
}

/** What is wrong with one field, in the page's words or in the server's. */
function problemOf(
  { failure }: RegisterEdit,
  name: string,
  { problems }: { readonly problems: Readonly<Record<string, string>> },
): string | null {
  const found = problemWith(failure.value, name)
  return found === null ? null : (problems[name] ?? found)
}

function problemWith(failure: RequestFailed | null, name: string): string | null {
  const found = failure?.problems.find(({ field }) => field.split('.').includes(name))
  return found?.rule ?? null
}
