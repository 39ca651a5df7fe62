import { Terms } from '../glossary/terms.tsx'
import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { audienceField } from '../work/audience-field.ts'
import { ItemEdit } from '../work/item-edit.tsx'
import { ItemForm } from '../work/item-form.tsx'
import { createNeedCalls, type Named, type PlaceNeeds } from './need-calls.ts'
import { needBody, needFields, needValues, outcomeFields } from './need-fields.ts'
import { NeedRow } from './need-row.tsx'
import { useNeedMessages } from './messages.ts'
import { useWorkMessages } from '../work/messages.ts'
import { QuestionsList } from './questions-list.tsx'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

interface NeedsSectionProps {
  readonly areaId: number
  /** Measures of the place, which needs may be taken into. */
  readonly measures: readonly Named[]
}

/** The local needs of a place or district, what became of each, and what the district was asked. */
export function NeedsSection({ areaId, measures }: NeedsSectionProps) {
  const { http, session } = useSite()
  const { needs: messages } = useNeedMessages()
  const { work } = useWorkMessages()
  const calls = useMemo(() => createNeedCalls(http), [])
  const resource = useMemo(() => createResource<PlaceNeeds>(), [areaId])
  const rights = session.user.value?.rights ?? []
  const mayWrite = rights.includes('measures.write')
  const load = () =>
    resource.load((signal) => calls.loadPlace(areaId, rights.includes('proposals.read'), signal))
  useEffect(() => void load(), [areaId, session.renewals.value])
  const { value, failure } = resource.state.value
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void load()} />
  if (value === null) return null
  const { needs, questions, proposals } = value
  const list = [...needFields(messages, audienceField(work)), ...outcomeFields(messages, proposals, measures)]
  return (
    <>
      <h3>
        <Terms>{messages.title}</Terms>
      </h3>
      {needs.length === 0 && <p class={prose.hint}>{messages.none}</p>}
      <ul class={workStyles.rows}>
        {needs.map((need) => (
          <NeedRow
            key={need.id}
            need={need}
            measure={measures.find(({ id }) => id === need.measureId)?.name ?? null}
          >
            {mayWrite && (
              <ItemEdit
                name={`need ${need.id}`}
                item={need}
                fields={list}
                values={needValues(need)}
                onSave={async (values, revision) => {
                  await calls.change(need.id, revision, needBody(values))
                  await load()
                }}
                onReload={load}
              />
            )}
          </NeedRow>
        ))}
      </ul>
      {mayWrite && (
        <ItemForm
          name={`need of place ${areaId}`}
          summary={messages.add}
          fields={needFields(messages, audienceField(work))}
          onSave={async (values) => {
            await calls.add({ areaId, ...needBody(values) })
            await load()
          }}
        />
      )}
      <QuestionsList
        questions={questions}
        mayReply={rights.includes('reviews.write')}
        onReply={async (question, reply) => {
          await calls.reply(question, reply)
          await load()
        }}
      />
    </>
  )
}
