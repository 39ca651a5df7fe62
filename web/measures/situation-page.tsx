import { useEffect, useMemo } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import { createResource } from '../app/api/resource.ts'
import { useResource } from '../app/api/use-resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { Footer } from '../app/shell/footer.tsx'
import { Header } from '../app/shell/header.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { WeekPictureSection } from '../observations/week-picture.tsx'
import { AgreementsSection } from '../agreements/agreements-section.tsx'
import { ConsultationsSection } from '../board-cases/consultations-section.tsx'
import { NeedsSection } from '../needs/needs-section.tsx'
import { CausesBox } from './causes-box.tsx'
import { EvaluationsBox } from './evaluations-box.tsx'
import { GoalsBox } from './goals-box.tsx'
import { createMeasureCalls, type PlaceWork } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import { NoticesSection } from '../notices/notices-section.tsx'
import { PicturesSection } from '../situation-pictures/pictures-section.tsx'
import { ProblemsBox } from './problems-box.tsx'
import styles from './situation-page.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** The four boxes of a place in one scroll: what is known, why here, what is done, what came of it. */
export function SituationPage() {
  const { http, session, route } = useSite()
  const { measures: messages, app } = useMeasureMessages()
  const calls = useMemo(() => createMeasureCalls(http), [])
  const places = useResource((signal) => calls.areas(signal))
  const owners = useResource((signal) => calls.owners(signal))
  const requested = route.value.page === 'situation' ? route.value.areaId : null
  const chosen = useSignal<number | null>(requested)
  const known = places.state.value.value
  const id = chosen.value ?? known?.[0]?.id ?? null
  // One resource a place: the work of the place before is never shown under the name of this one.
  const work = useMemo(() => createResource<PlaceWork>(), [id])
  const load = async () => (id === null ? undefined : work.load((signal) => calls.loadPlace(id, signal)))
  useEffect(() => void load(), [id, session.renewals.value])
  const name = known?.find((place) => place.id === id)?.name ?? messages.title
  useTitle(name)
  const rights = session.user.value?.rights ?? []
  const { value, failure } = work.state.value
  const measures = (value?.measures ?? []).map(({ id: measureId, title }) => ({ id: measureId, name: title }))
  const box = {
    areaId: id ?? 0,
    mayWrite: rights.includes('measures.write'),
    onReload: load,
    onChange: async (...change: Parameters<typeof calls.change>) => {
      await calls.change(...change)
      await load()
    },
    owners: owners.state.value.value ?? [],
    onAdd: async (list: Parameters<typeof calls.add>[0], body: object) => {
      await calls.add(list, { areaId: id, ...body })
      await load()
    },
  }
  return (
    <>
      <a class="skip-link" href="#content">
        {app.skip}
      </a>
      <Header />
      <main class={`page ${styles.page}`} id="content" tabIndex={-1}>
        <h1>{name}</h1>
        <p class={prose.quiet}>{messages.lead}</p>
        {known !== null && known.length > 1 && (
          <label class={`${fields.field} ${styles.choose}`}>
            <span class={fields.label}>{messages.choose}</span>
            <select
              value={id ?? ''}
              onChange={({ currentTarget }) => (chosen.value = Number(currentTarget.value))}
            >
              {(['place', 'district'] as const).map((kind) => (
                <optgroup key={kind} label={messages.areaKinds[kind]}>
                  {known
                    .filter((area) => area.kind === kind)
                    .map((area) => (
                      <option key={area.id} value={area.id}>
                        {area.name}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </label>
        )}
        {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
        {value === null && failure === null && <p role="status">{app.loading}</p>}
        {value !== null && id !== null && (
          <div class={styles.boxes} key={id}>
            <div>
              <ProblemsBox work={value} {...box}>
                <PicturesSection areaId={id} />
              </ProblemsBox>
              <NeedsSection areaId={id} measures={measures} />
              <ConsultationsSection areaId={id} />
              <WeekPictureSection areaId={id} lastDay={null} />
            </div>
            <CausesBox work={value} {...box} />
            <GoalsBox work={value} {...box} />
            <EvaluationsBox
              work={value}
              calls={calls}
              mayEvaluate={rights.includes('evaluations.write')}
              onDone={load}
            />
            <AgreementsSection areaId={id} measures={measures} />
            {rights.includes('notices.read') && <NoticesSection areaId={id} />}
          </div>
        )}
      </main>
      <Footer />
    </>
  )
}
