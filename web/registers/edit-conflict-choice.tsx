import { ConflictChoice } from '../work/conflict-choice.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import { useRegisterMessages } from './messages.ts'
import type { EditConflict, RegisterEdit } from './register-edit.ts'
import { scheduleOf } from './register-feature.ts'
import { conflictFields } from './register-kinds.ts'

interface EditConflictChoiceProps {
  readonly edit: RegisterEdit
  readonly conflict: EditConflict
}

/** Two editors changed the same fields: both stand side by side, an outline and a week in words. */
export function EditConflictChoice({ edit, conflict }: EditConflictChoiceProps) {
  const texts = useRegisterMessages()
  const { registers, formats } = texts
  const mine = edit.values.peek()
  const { theirs, who, fields } = conflict
  const worded = (values: FormValues, outline: string, side: string): FormValues => ({
    ...values,
    geometry: outline,
    schedule: `${side}: ${registers.changedWeek(formats.count(scheduleOf(values).length))}`,
  })
  const shown = {
    mine: worded(mine, registers.myOutline, registers.myOutline),
    theirs: worded(theirs, registers.theirOutline, registers.theirOutline),
  }
  const choose = (chosen: FormValues) => {
    const taken = fields.map((name) => {
      const isTheirs = chosen[name] === shown.theirs[name]
      return [name, (isTheirs ? theirs : mine)[name] ?? ''] as const
    })
    edit.put(Object.fromEntries(taken))
    edit.conflict.value = null
  }
  return (
    <ConflictChoice
      who={who}
      fields={conflictFields(edit.kind, texts).filter(({ name }) => fields.includes(name))}
      mine={shown.mine}
      theirs={shown.theirs}
      onChoose={choose}
    />
  )
}
