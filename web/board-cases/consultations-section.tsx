import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { Terms } from '../glossary/terms.tsx'
import { audienceField, audienceMark } from '../work/audience-field.ts'
import { ItemEdit } from '../work/item-edit.tsx'
import { ItemForm } from '../work/item-form.tsx'
import { useWorkMessages } from '../work/messages.ts'
import { WorkRow } from '../work/work-row.tsx'
import { type Consultation, createBoardCaseCalls } from './board-case-calls.ts'
import { consultationBody, consultationFields, consultationValues } from './consultation-fields.ts'
import { useBoardCaseMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

/** Who was consulted about a place or district, what was said and what came of it, the latest first. */
export function ConsultationsSection({ areaId }: { readonly areaId: number }) {
  const { http, session } = useSite()
  const { consultations: messages, formats } = useBoardCaseMessages()
  const { work } = useWorkMessages()
  const calls = useMemo(() => createBoardCaseCalls(http), [])
  const resource = useMemo(() => createResource<readonly Consultation[]>(), [areaId])
  const load = () => resource.load((signal) => calls.consultationsOf(areaId, signal))
  useEffect(() => void load(), [areaId, session.renewals.value])
  const { value, failure } = resource.state.value
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void load()} />
  if (value === null) return null
  const mayWrite = session.user.value?.rights.includes('measures.write') === true
  const fields = consultationFields(messages, audienceField(work))
  return (
    <>
      <h3>
        <Terms>{messages.title}</Terms>
      </h3>
      {value.length === 0 && <p class={prose.hint}>{messages.none}</p>}
      <ul class={workStyles.rows}>
        {value
          .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))
          .map((consultation) => (
            <WorkRow
              key={consultation.id}
              title={consultation.who}
              mark={messages.states[consultation.state as keyof typeof messages.states]}
              lines={[formats.date(consultation.heldOn), audienceMark(consultation.audience, work)]}
            >
              <p>
                <CityText>{consultation.said}</CityText>
              </p>
              {consultation.outcome !== null && (
                <p>
                  {messages.outcomeIs} <CityText>{consultation.outcome}</CityText>
                </p>
              )}
              {mayWrite && (
                <ItemEdit
                  name={`consultation ${consultation.id}`}
                  item={consultation}
                  fields={fields}
                  values={consultationValues(consultation)}
                  onSave={async (values, revision) => {
                    await calls.change('consultations', consultation.id, revision, consultationBody(values))
                    await load()
                  }}
                  onReload={load}
                />
              )}
            </WorkRow>
          ))}
      </ul>
      {mayWrite && (
        <ItemForm
          name={`consultation of place ${areaId}`}
          summary={messages.add}
          fields={fields}
          onSave={async (values) => {
            await calls.add('consultations', { areaId, ...consultationBody(values) })
            await load()
          }}
        />
      )}
    </>
  )
}
