import { CityText } from '../ui/city-text.tsx'
import { addDays } from '../i18n/dates.ts'
import { may } from '../app/session.ts'
import { useWorkspace } from '../workspace/workspace-context.ts'

/** Through which day the data reach, from which sources, and which version was counted. */
export function DataNote() {
  const { city, coveredTo, session, surface, texts } = useWorkspace()
  const { data, formats } = texts.value
  const sources = city.answer.state.value.value?.sources ?? []
  const analysis = surface.state.value.value?.analysis
  const version = analysis?.snapshotVersion
  const { from = null, to = null } = analysis?.query ?? {}
  const lastDay = to === null ? null : addDays(to.slice(0, 10), -1)
  return (
    <section class="block data-note">
      <h2 class="block-title">{data.title}</h2>
      {coveredTo.value !== null && <p>{data.through(formats.date(addDays(coveredTo.value, -1)))}.</p>}
      {lastDay !== null && (
        <p>
          {data.counted(
            from === null ? data.fromTheFirst(formats.date(lastDay)) : formats.days(from, lastDay),
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
        <details class="fold">
          <summary>
            {data.sources} ({formats.count(sources.length)})
          </summary>
          <ul class="sources">
            {sources.map((source) => (
              <li key={source.id}>
                <CityText>{source.title}</CityText>
                <small>{source.controller}</small>
              </li>
            ))}
          </ul>
          {version !== undefined && (
            <p class="version">
              {data.version}: <code>{version}</code>
            </p>
          )}
        </details>
      )}
    </section>
  )
}
