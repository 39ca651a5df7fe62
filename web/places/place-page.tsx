import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { PlaceReleaseAnswer } from '../../server/places/contract.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { Footer } from '../app/shell/footer.tsx'
import { Header } from '../app/shell/header.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { createResource } from '../app/api/resource.ts'
import { useSite } from '../app/site-context.ts'
import { LastPeriod } from './last-period.tsx'
import { newestSeries } from './four-weeks.ts'
import { createPlaceCalls } from './place-calls.ts'
import { PlaceHandlings } from './place-handlings.tsx'
import { PlaceMeasures } from './place-measures.tsx'
import { PlaceProfile } from './place-profile.tsx'
import { PlaceTable } from './place-table.tsx'
import { usePlaceMessages } from './messages.ts'
import styles from './place-page.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** A partner's page: one place at a time, what was reported there and what is being done. */
export function PlacePage() {
  const { ask, session } = useSite()
  const { place: words, app } = usePlaceMessages()
  const places = session.user.value?.places ?? []
  const chosen = useSignal(places[0]?.id ?? null)
  const calls = useMemo(() => createPlaceCalls(ask), [])
  const release = useMemo(() => createResource<PlaceReleaseAnswer>(), [])
  const id = chosen.value
  const load = () => (id === null ? undefined : release.load((signal) => calls.release(id, signal)))
  useEffect(() => void load(), [id, session.renewals.value])

  const place = places.find((own) => own.id === id)
  const { value, failure } = release.state.value
  const shown = value?.place.id === id ? value : null
  useTitle(place === undefined ? null : words.pageTitle(place.name))
  return (
    <>
      <a class="skip-link" href="#content">
        {app.skip}
      </a>
      <Header />
      <main class={`page ${styles.place}`} id="content" tabIndex={-1}>
        {places.length > 1 && (
          <nav class={styles.nav} aria-label={words.choose}>
            {places.map((own) => (
              <button
                key={own.id}
                type="button"
                class={controls.quietButton}
                aria-pressed={own.id === id}
                onClick={() => (chosen.value = own.id)}
              >
                {own.name}
              </button>
            ))}
          </nav>
        )}
        <p class={styles.kind}>{words.partnerOf(session.user.value?.organisation ?? '')}</p>
        <h1>{place?.name ?? app.name}</h1>
        {place === undefined && <p>{words.none}</p>}
        {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
        {place !== undefined && shown === null && failure === null && <p role="status">{app.loading}</p>}
        {shown !== null && <Told answer={shown} />}
        {shown !== null && <PlaceMeasures outline={shown.place.geometry} />}
        {place !== undefined && <PlaceHandlings calls={calls} />}
      </main>
      <Footer />
    </>
  )
}

function Told({ answer }: { readonly answer: PlaceReleaseAnswer }) {
  const { place: words, formats } = usePlaceMessages()
  const series = newestSeries(answer.series)
  if (series === null) return <p class={prose.note}>{words.nothingYet}</p>
  return (
    <>
      <LastPeriod series={series} />
      <p class={prose.caveat}>
        {words.caveat} {answer.publishedAt !== null && words.published(formats.date(answer.publishedAt))}
      </p>
      <PlaceTable series={series} />
      <PlaceProfile series={series} />
    </>
  )
}
