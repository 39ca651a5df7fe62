import { type ReadonlySignal, type Signal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import type { ReleaseManifest } from '../../server/releases/publication/contract.ts'
import type { PublicData } from './public-data.ts'
import { folderOf, PUBLIC_ROOT } from './public-files.ts'
import { breaksOf } from '../releases/map/breaks.ts'
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
  const names = useComputed(() => {
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
    style.value = {
      origin: location.origin,
      folder: `${PUBLIC_ROOT}${folderOf(release)}`,
      minzoom: reported.minzoom,
      maxzoom: reported.maxzoom,
      bounds: reported.bounds,
      choice: chosen,
      breaks: breaksOf(countsOf(data, chosen)),
      selected: selected.value,
      names: names.value,
    }
  })
  return { style, manifest }
}

/** The counts that one colouring shows. */
function countsOf({ figures }: PublicData, { series, period }: MapChoice): readonly number[] {
  const release = figures.value.find((reported) => reported.period === period)
  return (release?.areaFigures ?? [])
    .filter(({ register, group }) => register === series.register && group === series.group)
    .flatMap(({ count }) => (typeof count === 'number' ? [count] : []))
}
