import { Terms } from '../glossary/terms.tsx'
import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { ItemEdit } from '../work/item-edit.tsx'
import { ItemForm } from '../work/item-form.tsx'
import { WorkRow } from '../work/work-row.tsx'
import {
  type Agreement,
  type AgreementCalls,
  type AgreementList,
  type CitizensPromise,
  createAgreementCalls,
  type PlaceAgreements,
} from './agreement-calls.ts'
import {
  agreementBody,
  agreementFields,
  agreementValues,
  promiseBody,
  promiseFields,
  promiseValues,
} from './agreement-fields.ts'
import { useAgreementMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

interface AgreementsSectionProps {
  readonly areaId: number
  /** Measures of the place, by which promises are kept. */
  readonly measures: readonly { readonly id: number; readonly name: string }[]
}

/** What is agreed and promised of a place or district: until when, by whose decision, what came of it. */
export function AgreementsSection({ areaId, measures }: AgreementsSectionProps) {
  const { http, session } = useSite()
  const { agreements: messages } = useAgreementMessages()
  const calls = useMemo(() => createAgreementCalls(http), [])
  const resource = useMemo(() => createResource<PlaceAgreements>(), [areaId])
  const load = () => resource.load((signal) => calls.loadPlace(areaId, signal))
  useEffect(() => void load(), [areaId, session.renewals.value])
  const { value, failure } = resource.state.value
  const mayWrite = session.user.value?.rights.includes('meetings.write') === true
  const save = async (saving: Promise<unknown>) => {
    await saving
    await load()
  }
  const row = { mayWrite, calls, measures, save, onReload: load }
  return (
    <section aria-labelledby="agreements">
      <h2 id="agreements">
        <Terms>{messages.title}</Terms>
      </h2>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value !== null && value.agreements.length + value.promises.length === 0 && (
        <p class={prose.hint}>{messages.none}</p>
      )}
      <ul class={workStyles.rows}>
        {(value?.agreements ?? []).map((agreement) => (
          <AgreementRow key={agreement.id} agreement={agreement} {...row} />
        ))}
        {(value?.promises ?? []).map((promise) => (
          <PromiseRow key={promise.id} promise={promise} {...row} />
        ))}
      </ul>
      {mayWrite && (
        <>
          <ItemForm
            name={`agreement of place ${areaId}`}
            summary={messages.addAgreement}
            fields={agreementFields(messages)}
            onSave={(values) => save(calls.add('agreements', { areaId, ...agreementBody(values) }))}
          />
          <ItemForm
            name={`promise of place ${areaId}`}
            summary={messages.addPromise}
            fields={promiseFields(messages, measures)}
            note={() => <p class={prose.hint}>{messages.promiseNote}</p>}
            onSave={(values) => save(calls.add('promises', { areaId, ...promiseBody(values) }))}
          />
        </>
      )}
    </section>
  )
}

interface RowProps {
  readonly mayWrite: boolean
  readonly calls: AgreementCalls
  readonly measures: AgreementsSectionProps['measures']
  readonly save: (saving: Promise<unknown>) => Promise<void>
  readonly onReload: () => Promise<unknown>
}

function AgreementRow({ agreement, ...props }: RowProps & { readonly agreement: Agreement }) {
  const { agreements: messages, formats } = useAgreementMessages()
  const { parties, endsInDays, state, problemAreas, forums, yearlyPlan } = agreement
  const ends =
    endsInDays === null
      ? null
      : endsInDays < 0
        ? messages.hasEnded
        : messages.endsIn(formats.count(endsInDays))
  return (
    <WorkRow
      title={messages.agreement(parties.join(', '))}
      mark={ends ?? messages.states[state as keyof typeof messages.states]}
      late={ends !== null}
      lines={[
        useTerm(agreement),
        problemAreas.join(', '),
        forums.length === 0 ? null : messages.forums2(forums.join(', ')),
        yearlyPlan,
      ]}
    >
      <Edit
        list="agreements"
        item={agreement}
        fields={agreementFields(messages)}
        values={agreementValues(agreement)}
        bodyOf={agreementBody}
        {...props}
      />
    </WorkRow>
  )
}

function PromiseRow({ promise, ...props }: RowProps & { readonly promise: CitizensPromise }) {
  const { agreements: messages } = useAgreementMessages()
  const { sentence, where, state, outcome, measureIds } = promise
  const by = props.measures.filter(({ id }) => measureIds.includes(id)).map(({ name }) => name)
  return (
    <WorkRow
      title={sentence}
      mark={messages.promiseStates[state as keyof typeof messages.promiseStates]}
      lines={[messages.promise, where, useTerm(promise), by.join(', '), outcome]}
    >
      <Edit
        list="promises"
        item={promise}
        fields={promiseFields(messages, props.measures)}
        values={promiseValues(promise)}
        bodyOf={promiseBody}
        {...props}
      />
    </WorkRow>
  )
}

/** From–to, and by whose decision. */
function useTerm({
  beginsOn,
  endsOn,
  decision,
}: Pick<Agreement, 'beginsOn' | 'endsOn' | 'decision'>): string {
  const { agreements: messages, formats } = useAgreementMessages()
  const days = formats.days(beginsOn, endsOn)
  if (decision === null) return days
  return `${days} · ${messages.decided(decision.name, formats.date(decision.decidedOn), decision.section)}`
}

interface EditProps extends RowProps, Pick<Parameters<typeof ItemEdit>[0], 'item' | 'fields' | 'values'> {
  readonly list: AgreementList
  readonly item: Agreement | CitizensPromise
  readonly bodyOf: typeof agreementBody
}

function Edit({ list, item, fields, values, bodyOf, mayWrite, calls, save, onReload }: EditProps) {
  if (!mayWrite) return null
  return (
    <ItemEdit
      name={`${list} ${item.id}`}
      item={item}
      fields={fields}
      values={values}
      onSave={(edited, revision) => save(calls.change(list, item.id, revision, bodyOf(edited)))}
      onReload={onReload}
    />
  )
}
