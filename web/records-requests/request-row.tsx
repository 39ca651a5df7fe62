import { useSignal } from '@preact/signals'
import { ItemEdit } from '../work/item-edit.tsx'
import { ItemForm } from '../work/item-form.tsx'
import { SureButton } from '../work/sure-button.tsx'
import { WorkRow } from '../work/work-row.tsx'
import { useRequestMessages } from './messages.ts'
import { RequestAttack } from './request-attack.tsx'
import type { CountedArea, RecordsRequest, RequestCalls } from './request-calls.ts'
import { proposedBody, proposedFields, proposedValues } from './request-fields.ts'
import { RequestFigures } from './request-figures.tsx'
import prose from '../ui/prose.module.css'

interface RequestRowProps {
  readonly request: RecordsRequest
  readonly areas: readonly CountedArea[]
  readonly calls: RequestCalls
  readonly mayWrite: boolean
  readonly onStored: () => Promise<unknown>
}

/** One request: what was asked, what is proposed, who prepared and who decided. */
export function RequestRow({ request, areas, calls, mayWrite, onStored }: RequestRowProps) {
  const { requests: messages, formats } = useRequestMessages()
  const { id, revision, state, receivedOn, handedOut, statute, preparedBy, decidedBy, decidedOn } = request
  const nameOf = ({ name }: { readonly name: string | null }) => name ?? messages.operator
  const isOpen = mayWrite && (state === 'received' || state === 'prepared')
  // Of the last attack that was seen here, on which a decision rests.
  const attackedWith = useSignal<RecordsRequest['attackedWith']>(null)
  const attack = async () => {
    const found = await calls.attack(id)
    attackedWith.value = found.attackedWith
    return found.derivable
  }
  const change = async (patch: object) => {
    await calls.change(id, revision, patch)
    await onStored()
  }
  const isUnattacked = request.figures.length > 0 && attackedWith.value?.revision !== revision
  return (
    <WorkRow
      title={request.wanted}
      mark={messages.states[state as keyof typeof messages.states]}
      lines={[
        messages.received(formats.date(receivedOn)),
        handedOut === null ? null : messages.gives(handedOut),
        statute === null ? null : messages.refusedBy(statute),
        preparedBy === null ? null : messages.preparedBy(nameOf(preparedBy)),
        decidedBy === null || decidedOn === null
          ? null
          : messages.decidedBy(nameOf(decidedBy), formats.date(decidedOn)),
      ]}
    >
      <RequestFigures
        request={request}
        areas={areas}
        onChange={isOpen ? (figures) => change({ figures }) : undefined}
      />
      {isOpen && (
        <ItemEdit
          name={`request ${id}`}
          item={request}
          fields={proposedFields(messages)}
          values={proposedValues(request, messages)}
          onSave={async (values, own) => {
            await calls.change(id, own, proposedBody(values))
            await onStored()
          }}
          onReload={onStored}
        />
      )}
      {isOpen && request.figures.length > 0 && <RequestAttack onAttack={attack} />}
      {isOpen && state === 'received' && (
        <SureButton
          label={messages.prepare}
          note={messages.prepareNote}
          onSure={() => change({ state: 'prepared' })}
        />
      )}
      {isOpen && state === 'prepared' && (
        <ItemForm
          name={`decision of request ${id}`}
          summary={messages.decide}
          save={messages.decide}
          fields={[
            {
              name: 'state',
              label: messages.outcome,
              kind: 'choice',
              choices: Object.entries(messages.outcomes),
            },
          ]}
          note={() => isUnattacked && <p class={prose.hint}>{messages.attackFirst}</p>}
          onSave={({ state: outcome }) =>
            change({ state: outcome, ...(outcome !== 'refused' && { attackedWith: attackedWith.value }) })
          }
        />
      )}
    </WorkRow>
  )
}
