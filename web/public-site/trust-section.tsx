import { CityText } from '../ui/city-text.tsx'
import { useSite } from '../app/site-context.ts'
import { EmbedFold } from './embed/embed-fold.tsx'
import { periodText } from '../releases/period-text.ts'
import { usePublicData } from './public-context.ts'
import { folderOf, PUBLIC_ROOT } from './public-files.ts'
import { useStartMessages } from './messages.ts'
import { useReleaseMessages } from '../releases/messages.ts'
import styles from './trust-section.module.css'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'

/** The section on trust: sources, dates, precision, hidden figures and why, method and files. */
export function TrustSection({ area = null }: { readonly area?: string | null }) {
  const { language } = useSite()
  const { figures, index } = usePublicData()
  const { trust, formats } = useStartMessages()
  const { periods: table } = useReleaseMessages()
  const releases = (index.state.value.value?.releases ?? []).filter(({ key }) =>
    figures.value.some(({ period }) => period === key),
  )
  const sources = new Map(
    figures.value
      .flatMap((release) => release.sources)
      .map((source) => [`${source.title}/${source.register}`, source]),
  )
  if (releases.length === 0) return null
  return (
    <section class={`${sections.section} ${styles.trust}`} aria-labelledby="trust-title">
      <h2 id="trust-title">{trust.title}</h2>
      <dl>
        <dt>{trust.from}</dt>
        {[...sources.values()].map(({ title, register, coversFrom, coversTo }) => (
          <dd key={`${title}/${register}`}>
            <CityText>{title}</CityText> ({table.register[register]})
            {coversFrom !== null && coversTo !== null && <small>{formats.days(coversFrom, coversTo)}</small>}
          </dd>
        ))}
        <dt>{trust.when}</dt>
        <dd>
          {releases
            .slice(0, 1)
            .map((release) =>
              trust.whenLine(
                capital(periodText(release.key, language.value)),
                formats.date(release.publishedAt),
              ),
            )}{' '}
          {trust.whenNote}
        </dd>
        <dt>{trust.exact}</dt>
        <dd>{trust.exactLine}</dd>
        <dt>{trust.hidden}</dt>
        <dd>{trust.hiddenLine}</dd>
      </dl>
      <details class={prose.fold}>
        <summary>{trust.files}</summary>
        <ul class={styles.files}>
          {releases.map((release) => {
            const folder = `${PUBLIC_ROOT}${folderOf(release)}`
            return (
              <li key={release.key}>
                {periodText(release.key, language.value)}: <a href={`${folder}areas.csv`}>CSV</a>,{' '}
                <a href={`${folder}areas.geojson`}>GeoJSON</a>,{' '}
                <a href={`${folder}method.${language.value}.html`}>{trust.method}</a>
              </li>
            )
          })}
        </ul>
      </details>
      <EmbedFold area={area} />
    </section>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
