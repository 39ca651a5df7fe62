import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { PlaceReleaseResponse } from '../../server/places/contract.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { Footer } from '../app/shell/footer.tsx'
import { Header } from '../app/shell/header.tsx'
import { Terms } from '../glossary/terms.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { createResource } from '../app/api/resource.ts'
import { useSite } from '../app/site-context.ts'
import { LastPeriod } from './last-period.tsx'
import { newestSeries } from './four-weeks.ts'
import { createPlaceCalls } from './place-calls.ts'
import { PlaceDocuments } from './place-documents.tsx'
import { PlaceLate } from './place-late.tsx'
import { PlaceMeasures } from './place-measures.tsx'
import { PlaceProfile } from './place-profile.tsx'
import { PlaceTable } from './place-table.tsx'
import { usePlaceMessages } from './messages.ts'
import styles from './place-page.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** A partner's page: reports and measures of one place at a time. */
export function PlacePage() {
  const { http, session } = useSite()
  const { place: messages, app } = usePlaceMessages()
  const places = session.user.value?.places ?? []
  const chosen = useSignal(places[0]?.id ?? null)
  const calls = useMemo(() => createPlaceCalls(http), [])
  const release = useMemo(() => createResource<PlaceReleaseResponse>(), [])
  const id = chosen.value
  const load = () => (id === null ? undefined : release.load((signal) => calls.release(id, signal)))
  useEffect(() => void load(), [id, session.renewals.value])

  const place = places.find((other) => other.id === id)
  const { value, failure } = release.state.value
  const shown = value?.place.id === id ? value : null
  useTitle(place === undefined ? null : messages.pageTitle(place.name))
  return (
    <>
      <a class="skip-link" href="#content">
        {app.skip}
      </a>
      <Header />
      <main class={`page ${styles.place}`} id="content" tabIndex={-1}>
        {places.length > 1 && (
          <nav class={styles.nav} aria-label={messages.choose}>
            {places.map((other) => (
              <button
                key={other.id}
                type="button"
                class={controls.quietButton}
                aria-pressed={other.id === id}
                onClick={() => (chosen.value = other.id)}
              >
                {other.name}
              </button>
            ))}
          </nav>
        )}
        <p class={styles.kind}>
          <Terms>{messages.kind}</Terms> · {session.user.value?.organisation ?? ''}
        </p>
        <h1>{place?.name ?? app.name}</h1>
        {place !== undefined && <PlaceLate areaId={place.id} />}
        {place === undefined && <p>{messages.none}</p>}
        {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
        {place !== undefined && shown === null && failure === null && <p role="status">{app.loading}</p>}
        {shown !== null && <Described received={shown} />}
        {shown !== null && <PlaceMeasures outline={shown.place.geometry} />}
        {place !== undefined && <PlaceDocuments calls={calls} />}
      </main>
      <Footer />
    </>
  )
}

function Described({ received }: { readonly received: PlaceReleaseResponse }) {
  const { place: messages, formats } = usePlaceMessages()
  const series = newestSeries(received.series)
  if (series === null) return <p class={prose.note}>{messages.nothingYet}</p>
  return (
    <>
      <LastPeriod series={series} />
      <p class={prose.caveat}>
        {messages.caveat}{' '}
        {received.publishedAt !== null && messages.published(formats.date(received.publishedAt))}
      </p>
      <PlaceTable series={series} />
      <PlaceProfile series={series} />
    </>
  )
}
