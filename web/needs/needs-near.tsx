import type { MultiPolygon, Polygon } from 'geojson'
import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { ItemForm } from '../work/item-form.tsx'
import { createNeedCalls, type Named, type Need, type NeedQuestion } from './need-calls.ts'
import { NeedRow } from './need-row.tsx'
import { useNeedMessages } from './messages.ts'
import { QuestionsList } from './questions-list.tsx'
import blocks from '../ui/blocks.module.css'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

interface NeedsNearProps {
  readonly area: Polygon | MultiPolygon
  /** The proposal that the area is, once it is saved. */
  readonly proposalId: number | null
}

/** The local needs beside an area as soon as it is drawn, and the question to the district once it is saved. */
export function NeedsNear({ area, proposalId }: NeedsNearProps) {
  const { http, session } = useSite()
  const { needs: messages } = useNeedMessages()
  const calls = useMemo(() => createNeedCalls(http), [])
  const near = useMemo(() => createResource<readonly Need[]>(), [])
  const key = JSON.stringify(area)
  useEffect(() => void near.load((signal) => calls.near(area, signal)), [key, session.renewals.value])
  const { value, failure } = near.state.value
  return (
    <section class={blocks.block} aria-labelledby="needs-near" data-part="needs-near">
      <h3 id="needs-near">{messages.nearTitle}</h3>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void near.retry()} />}
      {value?.length === 0 && <p class={prose.hint}>{messages.nearNone}</p>}
      <ul class={workStyles.rows}>
        {(value ?? []).map((need) => (
          <NeedRow key={need.id} need={need} />
        ))}
      </ul>
      {proposalId === null ? (
        <p class={prose.hint}>{messages.saveFirst}</p>
      ) : (
        <Questions key={proposalId} proposalId={proposalId} />
      )}
    </section>
  )
}

function Questions({ proposalId }: { readonly proposalId: number }) {
  const { http } = useSite()
  const { needs: messages } = useNeedMessages()
  const calls = useMemo(() => createNeedCalls(http), [])
  const asked = useMemo(() => createResource<readonly NeedQuestion[]>(), [])
  const districts = useMemo(() => createResource<readonly Named[]>(), [])
  const load = () => asked.load((signal) => calls.questionsAbout(proposalId, signal))
  useEffect(() => void load(), [])
  const known = districts.state.value.value ?? []
  return (
    <>
      <QuestionsList questions={asked.state.value.value ?? []} mayReply={false} onReply={async () => {}} />
      <ItemForm
        name={`question about proposal ${proposalId}`}
        summary={messages.question}
        save={messages.send}
        onOpen={() => void districts.load((signal) => calls.districts(signal))}
        fields={[
          {
            name: 'district',
            label: messages.district,
            kind: 'choice',
            choices: known.map(({ id, name }) => [String(id), name]),
          },
        ]}
        onSave={async ({ district }) => {
          await calls.question(Number(district), proposalId)
          await load()
        }}
      />
    </>
  )
}
