import { CityText } from '../ui/city-text.tsx'
import { addDays, dayOfMidnight } from '../i18n/dates.ts'
import { may } from '../app/session.ts'
import { useCity } from '../app/city/city.ts'
import { sourcesAddress } from '../app/route.ts'
import { useSite } from '../app/site-context.ts'
import { coveredTo } from './coverage.ts'
import { useSourceMessages } from './messages.ts'
import styles from './data-note.module.css'
import blocks from '../ui/blocks.module.css'
import prose from '../ui/prose.module.css'

interface DataNoteProps {
  /** The last counted surface; absent before the first. */
  readonly counted:
    | {
        readonly snapshotVersion: string
        /** Local instants, [from, to); null = open. */
        readonly query: { readonly from: string | null; readonly to: string | null }
      }
    | undefined
}

/** Note on the data: last day, sources and version. */
export function DataNote({ counted }: DataNoteProps) {
  const city = useCity()
  const { session, language } = useSite()
  const { data, dataset, sourceAccess, formats } = useSourceMessages()
  const { sources = [], incidentsThrough = null } = city.received.state.value.value ?? {}
  const covered = coveredTo(sources, incidentsThrough)
  const version = counted?.snapshotVersion
  const { from = null, to = null } = counted?.query ?? {}
  const lastDay = to === null ? null : addDays(to.slice(0, 10), -1)
  return (
    <section class={blocks.block} data-part="data-note">
      <h2 class={blocks.title}>{data.title}</h2>
      {covered !== null && <p>{data.through(formats.date(addDays(covered, -1)))}.</p>}
      <FiguresAsOf />
      {lastDay !== null && (
        <p>
          {data.counted(
            from === null
              ? data.fromTheFirst(formats.date(lastDay))
              : formats.days(from.slice(0, 10), lastDay),
          )}
          .
        </p>
      )}
      {sources.length === 0 ? (
        <>
          <p>{data.none}</p>
          {may(session, 'imports.write') && <p>{data.howToBegin}</p>}
        </>
      ) : (
        <details class={prose.fold}>
          <summary>
            {dataset.sources} ({formats.count(sources.length)})
          </summary>
          <ul class={styles.sources}>
            {sources.map((source) => (
              <li key={source.id}>
                <CityText>{source.title}</CityText>
                <small>{source.controller}</small>
              </li>
            ))}
          </ul>
          {session.user.value?.role === 'analyst' && (
            <p>
              <a href={sourcesAddress(language.value)}>{sourceAccess.toAccess}</a>
            </p>
          )}
          {version !== undefined && (
            <p class={prose.version}>
              {dataset.version}: <code>{version}</code>
            </p>
          )}
        </details>
      )}
    </section>
  )
}

/** Date of the cut and of the next one, for roles that see sums as of a cut. */
function FiguresAsOf() {
  const city = useCity()
  const { data, formats } = useSourceMessages()
  const { cut = null } = city.received.state.value.value ?? {}
  if (cut === null) return null
  const { madeAt, nextAt, byHand } = cut
  if (madeAt === null) return <p data-part="figures-as-of">{data.nothingYet}</p>
  const next = byHand ? data.nextByHand : data.next
  return (
    <p data-part="figures-as-of">
      {data.asOf(formats.date(madeAt))} {nextAt !== null && next(formats.date(dayOfMidnight(nextAt)))}
    </p>
  )
}
