import { useEffect, useMemo } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import { createResource } from '../../app/api/resource.ts'
import { useResource } from '../../app/api/use-resource.ts'
import { Loaded } from '../../app/shell/loaded.tsx'
import { PageFrame } from '../../app/shell/page-frame.tsx'
import { useTitle } from '../../app/shell/use-title.ts'
import { useSite } from '../../app/site-context.ts'
import { useDeskMessages } from './messages.ts'
import { PrepareForm } from './prepare-form.tsx'
import { createReleaseCalls, type WholeRelease } from './release-calls.ts'
import { releaseName } from './release-name.ts'
import { ReleaseView } from './release-view.tsx'
import { releaseFragment, ReleasesList } from './releases-list.tsx'
import prose from '../../ui/prose.module.css'
import styles from './releases-page.module.css'

/** Releases from preparation to withdrawal: what is due, what waits, what each hides and why. */
export function ReleasesPage() {
  const { http } = useSite()
  const texts = useDeskMessages()
  const { desk } = texts
  const calls = useMemo(() => createReleaseCalls(http), [])
  const releases = useResource((signal) => calls.releases(signal))
  const chosen = useChosen()
  const whole = useMemo(() => createResource<WholeRelease>(), [chosen.value])
  useTitle(desk.title)
  const load = () => {
    const id = chosen.peek()
    return id === null ? Promise.resolve(whole.clear()) : whole.load((signal) => calls.release(id, signal))
  }
  useEffect(() => void load(), [chosen.value])
  return (
    <PageFrame class={styles.page}>
      <h1>{desk.title}</h1>
      <p class={prose.quiet}>{desk.lead}</p>
      <Loaded resource={releases}>
        {(found) => (
          <>
            <p>{found.approvals === 2 ? desk.twoPersons : desk.onePerson}</p>
            {chosen.value === null ? (
              <>
                <PrepareForm
                  due={found.due}
                  onPrepare={async (period) => {
                    const prepared = await calls.prepare(period)
                    const [first] = prepared
                    await releases.retry()
                    if (first !== undefined && prepared.length === 1)
                      location.hash = releaseFragment(first.id)
                    return prepared
                  }}
                />
                <ReleasesList releases={found} />
              </>
            ) : (
              <Loaded resource={whole}>
                {(release) => (
                  <ReleaseView
                    release={release}
                    name={releaseName(release, found.placeNames, texts)}
                    calls={calls}
                    onStep={() => Promise.all([load(), releases.retry()])}
                  />
                )}
              </Loaded>
            )}
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}

/** The release that the address names, now and as the address changes. */
function useChosen() {
  const read = () => {
    const id = /^#release-([1-9]\d{0,8})$/.exec(location.hash)?.[1]
    return id === undefined ? null : Number(id)
  }
  const chosen = useSignal(read())
  useEffect(() => {
    const follow = () => (chosen.value = read())
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  return chosen
}
