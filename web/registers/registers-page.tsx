import { useEffect, useMemo } from 'preact/hooks'
import { useResource } from '../app/api/use-resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { Loaded } from '../app/shell/loaded.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { createMapState, MapStateProvider } from '../map/map-state.ts'
import { ProposalProvider } from '../proposals/proposal.ts'
import { FeatureForm } from './feature-form.tsx'
import { FeatureList } from './feature-list.tsx'
import { useRegisterMessages } from './messages.ts'
import { createRegisterCalls } from './register-calls.ts'
import { createRegisterDesk, type RegisterDesk } from './register-desk.ts'
import { REGISTER_KINDS } from './register-kinds.ts'
import { RegisterMap } from './register-map.tsx'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'
import styles from './registers-page.module.css'

/** Cameras, areas of guards and focus areas: a list, a form and a map, with the history of each. */
export function RegistersPage() {
  const { http } = useSite()
  const { registers, app } = useRegisterMessages()
  const calls = useMemo(() => createRegisterCalls(http), [])
  const desk = useMemo(() => createRegisterDesk(calls, http), [])
  const mapState = useMemo(() => createMapState(null), [])
  const ground = useResource((signal) => calls.ground(signal))
  useTitle(registers.title)
  useEffect(() => desk.show('cameras'), [])
  const edit = desk.edit.value
  const { value, failure } = desk.features.state.value
  return (
    <PageFrame class={styles.page}>
      <h1>{registers.title}</h1>
      <p class={prose.quiet}>{registers.lead}</p>
      <MapStateProvider value={mapState}>
        <div class={styles.columns}>
          <div class={styles.panel}>
            <KindChoice desk={desk} />
            <DoneNote desk={desk} />
            {failure !== null && <FailureNote failure={failure} onRetry={() => void desk.features.retry()} />}
            {value === null && failure === null && <p role="status">{app.loading}</p>}
            {edit === null && value !== null && <FeatureList desk={desk} />}
            {edit !== null && (
              <ProposalProvider value={edit.outline}>
                <FeatureForm desk={desk} edit={edit} />
              </ProposalProvider>
            )}
          </div>
          <Loaded resource={ground}>{(found) => <RegisterMap desk={desk} ground={found} />}</Loaded>
        </div>
      </MapStateProvider>
    </PageFrame>
  )
}

function KindChoice({ desk }: { readonly desk: RegisterDesk }) {
  const { registers } = useRegisterMessages()
  // One edit at a time: its register is the one on the screen.
  if (desk.edit.value !== null) return null
  return (
    <div class={styles.kinds} role="group" aria-label={registers.choose}>
      {REGISTER_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          class={controls.quietButton}
          aria-pressed={desk.kind.value === kind}
          onClick={() => desk.show(kind)}
        >
          {registers.kinds[kind]}
        </button>
      ))}
    </div>
  )
}

/** What has just been done, and the way back from a removal. */
function DoneNote({ desk }: { readonly desk: RegisterDesk }) {
  const { registers } = useRegisterMessages()
  const done = desk.done.value
  const words = {
    saved: registers.saved,
    removed: registers.removed,
    restored: () => registers.history.restored,
  }
  return (
    <div role="status">
      {done !== null && (
        <p class={styles.done}>
          {words[done.what](done.name)}{' '}
          {done.feature !== null && (
            <button type="button" class={controls.linkButton} onClick={() => void desk.undoRemoval()}>
              {registers.undoRemoval}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
