import { type ReadonlySignal, type Signal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import type { ReleaseManifest } from '../../server/releases/publication/contract.ts'
import type { PublicData } from './public-data.ts'
import { folderOf, PUBLIC_ROOT } from './public-files.ts'
import { figuresOfChoice } from '../releases/map/area-figures.ts'
import { marksOf, paintOf } from '../releases/map/area-paint.ts'
import { stateText } from '../releases/map/state-text.ts'
import { useReleaseMessages } from '../releases/messages.ts'
import { labelPoints } from '../releases/map/label-points.ts'
import type { MapChoice } from '../releases/map/map-choice.ts'
import type { PublicStyle } from '../releases/map/public-style.ts'

/** The style of the chosen map, once the manifest of its release has loaded; the previous one until then. */
export function useMapStyle(
  data: PublicData,
  choice: ReadonlySignal<MapChoice | null>,
  selected: Signal<string | null>,
): { readonly style: ReadonlySignal<PublicStyle | null>; readonly manifest: Signal<ReleaseManifest | null> } {
  const manifest = useSignal<ReleaseManifest | null>(null)
  const period = useComputed(() => choice.value?.period ?? null)
  useSignalEffect(() => {
    const requested = period.value
    if (requested === null) return
    void data.manifest(requested).then((reported) => {
      if (reported !== null && period.peek() === requested) manifest.value = reported
    })
  })
  const { publicMap } = useReleaseMessages()
  const texts = useSignal(publicMap)
  texts.value = publicMap
  const points = useComputed(() => {
    const outlines = data.outlines.state.value.value
    const areas = new Map(data.areas.value.map((area) => [area.key, area.name]))
    return outlines === null ? null : labelPoints(outlines, (key) => areas.get(key))
  })
  const style = useSignal<PublicStyle | null>(null)
  useSignalEffect(() => {
    const [reported, chosen] = [manifest.value, choice.value]
    const index = data.index.state.value.value
    const release = index?.releases.find(({ key }) => key === reported?.key)
    // Waits for the public layers: a style loaded before they exist would stay without them.
    if (index?.layers.length === 0 && data.waiting.value) return
    if (reported === null || chosen === null || release === undefined || chosen.period !== reported.key)
      return
    const figures = figuresOfChoice(data.figures.value, chosen)
    const paint = paintOf(figures, chosen.unit)
    const states = new Map(figures.map((figure) => [figure.key, stateText(figure, chosen.unit, texts.value)]))
    style.value = {
      origin: location.origin,
      folder: `${PUBLIC_ROOT}${folderOf(release)}`,
      minzoom: reported.minzoom,
      maxzoom: reported.maxzoom,
      bounds: reported.bounds,
      choice: chosen,
      paint,
      selected: selected.value,
      marks: points.value === null ? null : marksOf(points.value, paint, (key) => states.get(key) ?? ''),
    }
  })
  return { style, manifest }
}
