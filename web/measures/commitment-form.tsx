import { useSite } from '../app/site-context.ts'
import type { Commitment, MeetingCalls } from '../meetings/meeting-calls.ts'
import { useMeetingMessages } from '../meetings/messages.ts'
import { audienceField } from '../work/audience-field.ts'
import { textOf } from '../work/form-fields.tsx'
import { ItemForm } from '../work/item-form.tsx'
import { useWorkMessages } from '../work/messages.ts'
import { useMeasureMessages } from './messages.ts'

interface CommitmentFormProps {
  readonly areaId: number
  /** Organisations that may answer for it. */
  readonly owners: readonly string[]
  readonly onAdd: (commitment: Parameters<MeetingCalls['commit']>[0]) => Promise<unknown>
}

/** A form of what somebody promises between meetings: a party begins with its own name. */
export function CommitmentForm({ areaId, owners, onAdd }: CommitmentFormProps) {
  const { session } = useSite()
  const { measures } = useMeasureMessages()
  const { meetings: messages } = useMeetingMessages()
  const { work } = useWorkMessages()
  const user = session.user.value
  const own = user?.role === 'partner' ? user.organisation : null
  return (
    <ItemForm
      name={`commitment of place ${areaId}`}
      summary={measures.addCommitment}
      {...(own !== null && { begin: { who: own } })}
      fields={[
        { name: 'what', label: messages.what, kind: 'text', required: true, maxLength: 300 },
        {
          name: 'who',
          label: messages.who,
          kind: 'text',
          required: true,
          maxLength: 120,
          suggestions: owners,
        },
        { name: 'dueOn', label: messages.by, kind: 'date' },
        {
          name: 'kind',
          label: messages.kind,
          kind: 'choice',
          choices: (['commitment', 'action'] as const).map((kind) => [kind, messages.kinds[kind]]),
        },
        audienceField(work),
      ]}
      onSave={(values) =>
        onAdd({
          areaId,
          kind: values['kind'] as Commitment['kind'],
          what: values['what'] ?? '',
          who: values['who'] ?? '',
          dueOn: textOf(values, 'dueOn'),
          audience: values['audience'] as Commitment['audience'],
        })
      }
    />
  )
}
