import type { Signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import { useTitle } from '../../app/shell/use-title.ts'
import { useSite } from '../../app/site-context.ts'
import { areaInSentence } from '../../releases/area-in-sentence.ts'
import { seriesOfArea } from '../../releases/area-series.ts'
import { choiceText } from '../../releases/map/choice-text.ts'
import { MapCanvas } from '../../releases/map/map-canvas.tsx'
import { attributeOf, type MapChoice } from '../../releases/map/map-choice.ts'
import { MapLegend } from '../../releases/map/map-legend.tsx'
import { useReleaseMessages } from '../../releases/messages.ts'
import type { ReleaseArea } from '../../releases/release.ts'
import { reportedText } from '../../releases/reported-text.ts'
import { useStartMessages } from '../messages.ts'
import { createPublicData, type PublicData } from '../public-data.ts'
import { createPublicFiles } from '../public-files.ts'
import { useMapBounds } from '../use-map-bounds.ts'
import { useMapChoice } from '../use-map-choice.ts'
import { useMapStyle } from '../use-map-style.ts'
import { EmbedSource } from './embed-source.tsx'
import styles from './embed-page.module.css'
import prose from '../../ui/prose.module.css'

/** The page for other sites: one map and one sentence, of the city or an area, with source, date and a way on. */
export function EmbedPage({ area: key }: { readonly area: Signal<string | null> }) {
  const { http } = useSite()
  const data = useMemo(
    () => createPublicData(createPublicFiles(http), (work, ms) => void setTimeout(work, ms)),
    [],
  )
  useEffect(() => void data.load(), [])
  const { start, app } = useStartMessages()
  const area = data.areas.value.find((known) => known.key === key.value) ?? null
  useTitle(area === null ? start.pageTitle : area.name)
  const { failure } = data.index.state.value
  const isEmpty = data.figures.value.length === 0
  return (
    <main class={styles.embed}>
      <h1>{area === null ? start.pageTitle : area.name}</h1>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void data.load()} />}
      {failure === null && isEmpty && (
        <p role="status">{data.waiting.value ? app.loading : start.nothingYet}</p>
      )}
      <EmbeddedMap data={data} area={area} selected={key} />
      <EmbedSource data={data} area={area} />
    </main>
  )
}

interface EmbeddedMapProps {
  readonly data: PublicData
  readonly area: ReleaseArea | null
  readonly selected: Signal<string | null>
}

function EmbeddedMap({ data, area, selected }: EmbeddedMapProps) {
  const { publicMap } = useReleaseMessages()
  const { choice } = useMapChoice(data)
  const { style, manifest } = useMapStyle(data, choice, selected)
  const bounds = useMapBounds(data, manifest, selected)
  if (choice.value === null) return null
  return (
    <>
      <Sentence data={data} area={area} choice={choice.value} />
      <div class={styles.map}>
        <MapCanvas
          style={style}
          bounds={bounds}
          onChoose={(chosen) => (selected.value = chosen)}
          isCooperative
        />
      </div>
      <div class={styles.key}>{style.value !== null && <MapLegend style={style.value} />}</div>
      <p class={prose.hint}>{choice.value.unit === 'rates' ? publicMap.ratesNote : publicMap.countsNote}</p>
    </>
  )
}

/** What the map shows of the area, in words; of the city, what it shows. */
function Sentence({
  data,
  area,
  choice,
}: Omit<EmbeddedMapProps, 'selected'> & { readonly choice: MapChoice }) {
  const texts = useReleaseMessages()
  const { embed } = useStartMessages()
  const shown =
    area === null
      ? undefined
      : seriesOfArea(data.figures.value, area.key).find(
          (series) => attributeOf(series) === attributeOf(choice.series),
        )
  return (
    <p>
      {area === null || shown === undefined
        ? embed.city(choiceText(choice, texts))
        : reportedText(shown, areaInSentence(area.name, texts), texts)}
    </p>
  )
}
