import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { figuresOfChoice } from '../releases/map/area-figures.ts'
import { AreaTable } from '../releases/map/area-table.tsx'
import { choiceText } from '../releases/map/choice-text.ts'
import { MapCanvas } from '../releases/map/map-canvas.tsx'
import type { MapChoice } from '../releases/map/map-choice.ts'
import { MapChooser } from '../releases/map/map-chooser.tsx'
import { MapLegend } from '../releases/map/map-legend.tsx'
import type { PublicStyle } from '../releases/map/public-style.ts'
import { useMapBounds } from './use-map-bounds.ts'
import { useMapChoice } from './use-map-choice.ts'
import { useMapStyle } from './use-map-style.ts'
import { usePublicData } from './public-context.ts'
import type { ReleaseArea } from '../releases/release.ts'
import { useReleaseMessages } from '../releases/messages.ts'
import styles from './map-section.module.css'
import prose from '../ui/prose.module.css'

interface MapSectionProps {
  readonly area: ReleaseArea | null
  readonly onChoose: (area: string) => void
}

/** The map section: rates or counts of areas in one hue, cells on demand, and the same as a table. */
export function MapSection({ area, onChoose }: MapSectionProps) {
  const data = usePublicData()
  const { publicMap } = useReleaseMessages()
  const selected = useSignal(area?.key ?? null)
  selected.value = area?.key ?? null
  const { offered, units, choice, requested, unit, overlays } = useMapChoice(data)
  const { style, manifest } = useMapStyle(data, choice, selected)
  const bounds = useMapBounds(data, manifest, selected)
  // Above the words, on a phone, what the map may show else is folded away.
  const isWide = useMemo(() => matchMedia('(min-width: 1020px)').matches, [])
  if (choice.value === null) return null
  return (
    <aside class={styles.map} aria-labelledby="map-title">
      <h2 id="map-title" class="visually-hidden">
        {publicMap.title}
      </h2>
      <MapCanvas style={style} bounds={bounds} onChoose={onChoose} />
      <div class={styles.key}>
        {style.value !== null && <MapLegend style={style.value} />}
        <details class={prose.fold} open={isWide}>
          <summary>{publicMap.change}</summary>
          <MapChooser
            choice={choice.value}
            offered={offered.value}
            asked={requested}
            unit={unit}
            units={units.value}
            overlays={overlays}
          />
        </details>
        <MapTable choice={choice.value} style={style.value} />
      </div>
    </aside>
  )
}

/** How the map is to be read, and what it shows as a table: of cells as a file. */
function MapTable({ choice, style }: { readonly choice: MapChoice; readonly style: PublicStyle | null }) {
  const { figures } = usePublicData()
  const texts = useReleaseMessages()
  const { publicMap } = texts
  if (choice.unit === 'hexes')
    return (
      <div>
        <p class={prose.hint}>{publicMap.hexesNote(choice.period)}</p>
        {style !== null && <a href={`${style.folder}hexes.csv`}>{publicMap.hexesTable}</a>}
      </div>
    )
  return (
    <div>
      <p class={prose.hint}>{choice.unit === 'rates' ? publicMap.ratesNote : publicMap.countsNote}</p>
      <AreaTable title={choiceText(choice, texts)} figures={figuresOfChoice(figures.value, choice)} />
    </div>
  )
}
