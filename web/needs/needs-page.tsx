import { Terms } from '../glossary/terms.tsx'
import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { situationAddress } from '../app/route.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { createNeedCalls, type CityNeeds } from './need-calls.ts'
import { NeedRow } from './need-row.tsx'
import { useNeedMessages } from './messages.ts'
import { QuestionsList } from './questions-list.tsx'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'
import workStyles from '../work/work.module.css'

/** The local needs of all places and districts, the open ones first, and what districts were asked. */
export function NeedsPage() {
  const { http, session, language } = useSite()
  const { needs: messages, app } = useNeedMessages()
  const calls = useMemo(() => createNeedCalls(http), [])
  const found = useMemo(() => createResource<CityNeeds>(), [])
  const load = () => found.load((signal) => calls.loadCity(signal))
  useEffect(() => void load(), [session.renewals.value])
  useTitle(messages.title)
  const { value, failure } = found.state.value
  const mayReply = session.user.value?.rights.includes('reviews.write') ?? false
  const areas = (value?.areas ?? []).filter(({ id }) => value?.needs.some(({ areaId }) => areaId === id))
  return (
    <PageFrame>
      <h1>
        <Terms>{messages.title}</Terms>
      </h1>
      <p class={prose.quiet}>{messages.lead}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value === null && failure === null && <p role="status">{app.loading}</p>}
      {value?.needs.length === 0 && <p class={prose.hint}>{messages.noneYet}</p>}
      {value !== null && (
        <QuestionsList
          questions={value.questions}
          mayReply={mayReply}
          onReply={async (question, reply) => {
            await calls.reply(question, reply)
            await load()
          }}
        />
      )}
      {areas.map(({ id, name }) => (
        <section key={id} class={sections.section} aria-labelledby={`needs-${id}`}>
          <h2 id={`needs-${id}`}>
            <a href={situationAddress(language.value, id)}>
              <CityText>{name}</CityText>
            </a>
          </h2>
          <ul class={workStyles.rows}>
            {value?.needs
              .filter(({ areaId }) => areaId === id)
              .toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
              .map((need) => (
                <NeedRow key={need.id} need={need} />
              ))}
          </ul>
        </section>
      ))}
    </PageFrame>
  )
}
