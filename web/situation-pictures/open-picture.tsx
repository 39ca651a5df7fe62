import { useSite } from '../app/site-context.ts'
import { valuesOf } from '../work/form-fields.tsx'
import { ItemEdit } from '../work/item-edit.tsx'
import { ItemForm } from '../work/item-form.tsx'
import { SureButton } from '../work/sure-button.tsx'
import type { Picture, PictureCalls, PictureLine } from './picture-calls.ts'
import { pictureBody, pictureFields } from './picture-forms.tsx'
import { headingsOf, usePictureMessages } from './messages.ts'
import prose from '../ui/prose.module.css'

interface PictureWorkProps {
  readonly picture: Picture
  readonly lines: readonly PictureLine[]
  readonly isParty: boolean
  readonly calls: PictureCalls
  readonly onDone: () => Promise<unknown>
}

/** What one does with a picture: changes it and settles it, or adds a line and agrees. */
export function PictureWork(props: PictureWorkProps) {
  const { picture, isParty } = props
  const isOwn = picture.state === 'draft' || (picture.state === 'open' && !isParty)
  return (
    <>
      {isOwn && <ChangePicture {...props} />}
      {picture.form === 'joint' && <Lines {...props} />}
    </>
  )
}

function ChangePicture({ picture, calls, onDone }: PictureWorkProps) {
  const { pictures: messages } = usePictureMessages()
  const list = pictureFields(messages)
  const isDraft = picture.state === 'draft'
  const change = async (revision: number, patch: object) => {
    await calls.change(picture.id, revision, patch)
    await onDone()
  }
  return (
    <>
      {isDraft && <p class={prose.hint}>{messages.draftNote}</p>}
      <ItemEdit
        name={`picture ${picture.id}`}
        item={picture}
        fields={list}
        values={valuesOf(
          picture,
          list.map(({ name }) => name),
        )}
        onSave={(values, revision) => change(revision, pictureBody(values, messages))}
        onReload={onDone}
      />
      <SureButton
        label={isDraft ? messages.handIn : messages.settle}
        note={isDraft ? messages.handInNote : messages.settleNote}
        onSure={() => change(picture.revision, { state: isDraft ? 'handed-in' : 'agreed' })}
      />
    </>
  )
}

function Lines({ picture, lines, isParty, calls, onDone }: PictureWorkProps) {
  const { pictures: messages } = usePictureMessages()
  const { session } = useSite()
  const organisation = session.user.value?.organisation ?? null
  const hasAgreed = lines.some(({ text, party }) => text === null && party === organisation)
  const add = async (line: object) => {
    await calls.addLine({ areaId: picture.areaId, partOf: picture.id, ...line })
    await onDone()
  }
  const party = {
    name: 'party',
    label: messages.party,
    kind: 'text',
    required: true,
    maxLength: 120,
  } as const
  return (
    <>
      {isParty && !hasAgreed && <SureButton label={messages.agree} onSure={() => add({})} />}
      {picture.state === 'open' && (
        <ItemForm
          name={`line of picture ${picture.id}`}
          summary={messages.addLine}
          fields={[
            ...(isParty ? [] : [party]),
            {
              name: 'heading',
              label: messages.heading,
              kind: 'choice',
              choices: headingsOf(messages),
            },
            { name: 'text', label: messages.line, kind: 'text', required: true, maxLength: 300 },
          ]}
          onSave={({ heading, text, party: other }) =>
            add({ heading, text, ...(other !== undefined && { party: other }) })
          }
        />
      )}
    </>
  )
}
