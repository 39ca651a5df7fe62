import { type ReadonlySignal, useComputed } from '@preact/signals'
import type { ReleaseManifest } from '../../server/releases/publication/contract.ts'
import { boundsOf } from '../map/area-bounds.ts'
import type { Bounds } from '../map/geometry.ts'
import type { PublicData } from './public-data.ts'

/** What a map shows first: the chosen area, or all that is released; null until that is known. */
export function useMapBounds(
  { outlines }: Pick<PublicData, 'outlines'>,
  manifest: ReadonlySignal<ReleaseManifest | null>,
  selected: ReadonlySignal<string | null>,
): ReadonlySignal<Bounds | null> {
  return useComputed(() => {
    const outline = outlines.state.value.value?.features.find(
      ({ properties }) => properties.key === selected.value,
    )
    return outline === undefined ? (manifest.value?.bounds ?? null) : boundsOf(outline.geometry)
  })
}
