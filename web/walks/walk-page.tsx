import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { asFailure, RequestFailed } from '../app/api/problem.ts'
import { createResource } from '../app/api/resource.ts'
import { walksAddress } from '../app/route.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { FindingsList } from './findings-list.tsx'
import { useWalkMessages } from './messages.ts'
import { RouteEditor } from './route-editor.tsx'
import { createWalkCalls, type Finding, findingsOf, type Walk, type WalkPlaces } from './walk-calls.ts'
import { WalkGroups } from './walk-groups.tsx'
import { WalkHead } from './walk-head.tsx'
import { WalkMap } from './walk-map.tsx'
import styles from './walk-page.module.css'
import prose from '../ui/prose.module.css'

interface Received {
  readonly walk: Walk
  readonly findings: readonly Finding[]
  readonly earlier: readonly Finding[]
  readonly ground: WalkPlaces['ground']
}

/** The page of one walk: where and with whom, its map, and what was found. */
export function WalkPage() {
  const { http, route, session, language } = useSite()
  const { walks: messages, app } = useWalkMessages()
  const id = route.value.page === 'walk' ? route.value.id : 0
  const calls = useMemo(() => createWalkCalls(http), [])
  const received = useMemo(() => createResource<Received>(), [id])
  const failed = useSignal<RequestFailed | null>(null)
  const load = () =>
    received.load(async (signal) => {
      const walk = (await calls.walks(signal)).find((one) => one.id === id)
      if (walk === undefined) throw new RequestFailed('not-found', `There is no walk with id ${id}.`)
      const [all, places] = await Promise.all([
        calls.findings(walk.areaId, signal),
        calls.places(walk.areaId, signal),
      ])
      const earlier = walk.repeats === null ? [] : findingsOf(all, walk.repeats)
      return { walk, findings: findingsOf(all, id), earlier, ground: places.ground }
    })
  useEffect(() => void load(), [id, session.renewals.value])
  /** Runs work and loads the walk again; gives whether it succeeded. */
  const doing = async (work: () => Promise<unknown>): Promise<boolean> => {
    failed.value = null
    try {
      await work()
      await load()
      return true
    } catch (error) {
      failed.value = asFailure(error)
      if (failed.value.code === 'precondition-failed') await load()
      return false
    }
  }
  const { value, failure } = received.state.value
  useTitle(value === null ? null : messages.heading(value.walk.areaName))
  const rights = session.user.value?.rights ?? []
  return (
    <PageFrame class={styles.page}>
      <p class={styles.way}>
        <a href={walksAddress(language.value)}>{messages.toWalks}</a>
      </p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value === null && failure === null && <p role="status">{app.loading}</p>}
      {failed.value !== null && (
        <FailureNote
          failure={failed.value}
          ownMessages={{ 'precondition-failed': messages.changed, offline: messages.kept }}
        />
      )}
      {value !== null && (
        <Shown
          {...value}
          mayPlan={rights.includes('walks.write')}
          mayRespond={rights.includes('walk-findings.write')}
          onChange={(patch) => doing(() => calls.change(value.walk, patch))}
          onRespond={(finding, patch) => doing(() => calls.respond(finding, patch))}
        />
      )}
    </PageFrame>
  )
}

interface ShownProps extends Received {
  readonly mayPlan: boolean
  readonly mayRespond: boolean
  readonly onChange: (patch: Partial<Walk>) => Promise<boolean>
  readonly onRespond: Parameters<typeof FindingsList>[0]['onRespond']
}

function Shown({ walk, findings, earlier, ground, mayPlan, mayRespond, onChange, onRespond }: ShownProps) {
  const { walks: messages } = useWalkMessages()
  return (
    <>
      <header>
        <h1>
          <CityText>{messages.heading(walk.areaName)}</CityText>
        </h1>
      </header>
      <WalkHead walk={walk} mayRecord={mayRespond} {...(mayPlan && { onChange })} />
      <div class={styles.columns}>
        <section aria-labelledby="findings">
          <h2 id="findings">{messages.findings}</h2>
          {findings.length === 0 ? (
            <p class={prose.hint}>{messages.noFindings}</p>
          ) : (
            <FindingsList
              findings={findings}
              earlier={earlier}
              mayRespond={mayRespond}
              onRespond={onRespond}
            />
          )}
        </section>
        <div>
          {ground !== null && (
            <section aria-labelledby="map">
              <h2 id="map">{messages.map}</h2>
              <WalkMap ground={ground} route={walk.route} findings={findings} />
              {mayPlan && (
                <details class={prose.fold}>
                  <summary>{messages.editRoute}</summary>
                  <RouteEditor
                    key={walk.revision}
                    ground={ground}
                    route={walk.route}
                    findings={findings}
                    onSave={(route) => onChange({ route: [...route] })}
                  />
                </details>
              )}
            </section>
          )}
          <WalkGroups
            groups={walk.groups}
            {...(mayPlan && { onChange: (groups) => void onChange({ groups: [...groups] }) })}
          />
        </div>
      </div>
    </>
  )
}
