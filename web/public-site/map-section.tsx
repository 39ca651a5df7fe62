import { useComputed, useSignal } from '@preact/signals'
import { boundsOf } from '../map/area-bounds.ts'
import type { Bounds } from '../map/geometry.ts'
import { MapCanvas } from '../releases/map/map-canvas.tsx'
import { attributeOf, type MapChoice, type Overlay, seriesOnOffer } from '../releases/map/map-choice.ts'
import { MapChooser } from '../releases/map/map-chooser.tsx'
import { MapLegend } from '../releases/map/map-legend.tsx'
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

/** The map section: areas in one hue, cells on demand. */
export function MapSection({ area, onChoose }: MapSectionProps) {
  const data = usePublicData()
  const { publicMap } = useReleaseMessages()
  const requested = useSignal('police_property')
  const unit = useSignal<MapChoice['unit']>('areas')
  const overlays = useSignal<readonly Overlay[]>([])
  const selected = useSignal(area?.key ?? null)
  selected.value = area?.key ?? null

  const offered = useComputed(() => seriesOnOffer(data.figures.value))
  const choice = useComputed((): MapChoice | null => {
    const found =
      offered.value.find(({ series }) => attributeOf(series) === requested.value) ?? offered.value[0]
    if (found === undefined) return null
    const year = data.figures.value.find(({ period }) => /^\d{4}$/.test(period))?.period
    const hexes = unit.value === 'hexes' && year !== undefined && found.series.group !== 'people'
    return {
      series: found.series,
      period: hexes ? year : found.period,
      unit: hexes ? 'hexes' : 'areas',
      overlays: overlays.value,
    }
  })
  const { style, manifest } = useMapStyle(data, choice, selected)
  const bounds = useComputed((): Bounds | null => {
    const outline = data.outlines.state.value.value?.features.find(
      ({ properties }) => properties.key === selected.value,
    )
    return outline === undefined ? (manifest.value?.bounds ?? null) : boundsOf(outline.geometry)
  })
  if (choice.value === null) return null
  return (
    <aside class={styles.map} aria-labelledby="map-title">
      <h2 id="map-title" class="visually-hidden">
        {publicMap.title}
      </h2>
      <MapCanvas style={style} bounds={bounds} onChoose={onChoose} />
      <div class={styles.key}>
        <MapChooser
          choice={choice.value}
          offered={offered.value}
          asked={requested}
          unit={unit}
          overlays={overlays}
        />
        {style.value !== null && <MapLegend style={style.value} />}
        <p class={prose.hint}>
          {choice.value.unit === 'areas' ? publicMap.areasNote : publicMap.hexesNote(choice.value.period)}
        </p>
      </div>
    </aside>
  )
}
