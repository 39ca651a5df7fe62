import { type FormField, textOf } from '../work/form-fields.tsx'
import { ItemForm } from '../work/item-form.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import type { PictureCalls } from './picture-calls.ts'
import { headingsOf, usePictureMessages } from './messages.ts'
import type { PictureMessages } from './messages-sv.ts'

type Messages = PictureMessages['pictures']

const MAX_HEADING = 3000

/** The fields of a picture's period and headings. */
export function pictureFields(messages: Messages): readonly FormField[] {
  return [
    { name: 'periodFrom', label: messages.from, kind: 'date', required: true },
    { name: 'periodTo', label: messages.to, kind: 'date', required: true },
    ...headingsOf(messages).map(
      ([name, label]): FormField => ({ name, label, kind: 'lines', maxLength: MAX_HEADING }),
    ),
  ]
}

/** The content of a picture as the server takes it. */
export function pictureBody(values: FormValues, messages: Messages): object {
  const { periodFrom, periodTo } = values
  const texts = headingsOf(messages).map(([heading]) => [heading, textOf(values, heading)] as const)
  return { periodFrom, periodTo, ...Object.fromEntries(texts) }
}

interface WriteFormsProps {
  readonly areaId: number
  /** Whether one writes for a party: its own; else as the coordinator, for all or for one that told it. */
  readonly isParty: boolean
  /** Whether a joint picture is being written already. */
  readonly hasOpen: boolean
  readonly calls: PictureCalls
  readonly onDone: () => Promise<unknown>
}

/** Forms of new pictures. */
export function WriteForms({ areaId, isParty, hasOpen, calls, onDone }: WriteFormsProps) {
  const { pictures: messages } = usePictureMessages()
  const write = async (picture: object) => {
    await calls.write({ areaId, ...picture })
    await onDone()
  }
  const list = pictureFields(messages)
  if (isParty)
    return (
      <ItemForm
        name={`own picture of place ${areaId}`}
        summary={messages.writeOwn}
        save={messages.saveDraft}
        fields={list}
        onSave={(values) => write({ form: 'party', state: 'draft', ...pictureBody(values, messages) })}
      />
    )
  return (
    <>
      {!hasOpen && (
        <ItemForm
          name={`joint picture of place ${areaId}`}
          summary={messages.writeJoint}
          fields={list}
          onSave={(values) => write({ form: 'joint', ...pictureBody(values, messages) })}
        />
      )}
      <ItemForm
        name={`told picture of place ${areaId}`}
        summary={messages.writeSpoken}
        fields={[
          { name: 'party', label: messages.party, kind: 'text', required: true, maxLength: 120 },
          { name: 'spokenOn', label: messages.spokenOn, kind: 'date', required: true },
          ...list,
        ]}
        onSave={(values) => {
          const spoken = { party: values['party'], spokenOn: values['spokenOn'] }
          return write({ form: 'party', state: 'handed-in', ...spoken, ...pictureBody(values, messages) })
        }}
      />
    </>
  )
}
