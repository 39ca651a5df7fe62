import { startAddress } from '../../app/route.ts'
import { useSite } from '../../app/site-context.ts'
import type { ReleaseArea } from '../../releases/release.ts'
import { CityText } from '../../ui/city-text.tsx'
import { useStartMessages } from '../messages.ts'
import type { PublicData } from '../public-data.ts'
import styles from './embed-page.module.css'

interface EmbedSourceProps {
  readonly data: PublicData
  readonly area: ReleaseArea | null
}

/** Whose figures these are, of when, and where the whole page is. */
export function EmbedSource({ data, area }: EmbedSourceProps) {
  const { language } = useSite()
  const { embed, app, formats } = useStartMessages()
  const index = data.index.state.value.value
  const [newest] = index?.releases ?? []
  const sources = [...new Set(data.figures.value.flatMap((one) => one.sources.map(({ title }) => title)))]
  return (
    <footer class={styles.source}>
      {index?.demo === true && <p class={styles.demo}>{app.demo}</p>}
      {newest !== undefined && (
        <p>
          {embed.source} <CityText>{sources.join(', ')}</CityText>.{' '}
          {embed.published(formats.date(newest.publishedAt))}
        </p>
      )}
      <p>
        <a href={`/${startAddress(area?.key ?? null, language.value)}`} target="_blank" rel="noopener">
          {area === null ? embed.wholePage : embed.wholeArea(area.name)}
        </a>
      </p>
    </footer>
  )
}
