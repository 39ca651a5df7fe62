import { useEffect, useMemo } from 'preact/hooks'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { Footer } from '../app/shell/footer.tsx'
import { Header } from '../app/shell/header.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { startAddress } from '../app/route.ts'
import { useSite } from '../app/site-context.ts'
import { AreaHead } from './area-head.tsx'
import { AreaPage } from './area-page.tsx'
import { CityHead } from './city-head.tsx'
import { CityOverview } from './city-overview.tsx'
import { createKeptCopy, pathsRead } from './kept-copy.ts'
import { MapSection } from './map-section.tsx'
import { PublicContext } from './public-context.ts'
import { createPublicData } from './public-data.ts'
import { createPublicFiles } from './public-files.ts'
import { useStartMessages } from './messages.ts'
import styles from './start-page.module.css'
import prose from '../ui/prose.module.css'

/** The public page: the whole city, or one area. Reads published files only. */
export function StartPage({ area: key }: { readonly area: string | null }) {
  const { http, language, route } = useSite()
  const data = useMemo(
    () => createPublicData(createPublicFiles(http), (work, ms) => void setTimeout(work, ms)),
    [],
  )
  const copy = useMemo(() => createKeptCopy(navigator.serviceWorker, pathsRead), [])
  useEffect(() => void data.load(), [])
  const isRead = !data.waiting.value && data.areas.value.length > 0
  useEffect(() => {
    if (isRead) void copy.keep()
  }, [isRead])
  const { start, app, formats } = useStartMessages()
  const area = data.areas.value.find((known) => known.key === key || known.name === key) ?? null
  useTitle(area === null ? start.pageTitle : area.name)

  const choose = (chosen: string | null) => {
    history.pushState(null, '', startAddress(chosen, language.peek()))
    route.value = { page: 'start', area: chosen }
    scrollTo(0, 0)
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true })
  }
  const { failure, value: index } = data.index.state.value
  const isInvented = index?.demo === true
  const isUnknown = key !== null && area === null && !data.waiting.value && data.areas.value.length > 0
  return (
    <PublicContext.Provider value={data}>
      <a class="skip-link" href="#content">
        {app.skip}
      </a>
      <Header />
      <main class={styles.start} id="content" tabIndex={-1}>
        <div class={styles.head}>
          {copy.of.value !== null && (
            <p class={prose.note}>
              {start.keptCopy(formats.moment(copy.of.value))}
              {/* The header learns from the session that a city is invented. */}
              {isInvented && <strong> {app.demo}.</strong>}
            </p>
          )}
          {failure !== null && <FailureNote failure={failure} onRetry={() => void data.load()} />}
          {isUnknown && <p class={prose.note}>{start.unknownArea}</p>}
          {area === null ? (
            <CityHead onChoose={choose} />
          ) : (
            <AreaHead key={area.key} area={area} onChoose={choose} />
          )}
        </div>
        {copy.of.value === null && <MapSection area={area} onChoose={choose} />}
        <div class={styles.rest}>
          {area === null ? <CityOverview onChoose={choose} /> : <AreaPage key={area.key} area={area} />}
        </div>
      </main>
      <Footer />
    </PublicContext.Provider>
  )
}
