import { effect, type ReadonlySignal } from '@preact/signals'
import type { Feature, FeatureCollection, MultiLineString } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CheckResponse } from '../../server/checks/contract.ts'
import { subjectsOf } from '../checks/map-subjects.ts'
import { boundsOf } from '../map/area-bounds.ts'
import type { Bounds } from '../map/geometry.ts'
import { showFeatures } from '../map/show-features.ts'
import { CHECK_CELLS, TOUCHED_CELLS, ZONE_OUTLINES } from './draft-sources.ts'
import { light } from './lit-layers.ts'
import type { Proposal } from './proposal.ts'
import { zoneOutlines } from './zone-outlines.ts'

interface ShowDeps {
  readonly proposal: Pick<Proposal, 'check' | 'changed' | 'spotlight'>
  readonly isOpen: ReadonlySignal<boolean>
  readonly goTo: (bounds: Bounds) => void
  readonly covered: () => { readonly bottom: number }
}

/** What a check counted, on the map. */
export interface ShownCheck {
  /** Goes to the cells of the next check, unless they are in view. */
  revealNext(): void
  stop(): void
}

const NONE: FeatureCollection<MultiLineString> = { type: 'FeatureCollection', features: [] }
/** Cells that take up less of the view than this are gone to. */
const MIN_SHARE_OF_VIEW = 0.2

/** Draws the cells of the site and its rings as long as they are those of the shown area, and lights findings. */
export function showCheck(map: MapLibreMap, { proposal, isOpen, goTo, covered }: ShowDeps): ShownCheck {
  const { check, changed, spotlight } = proposal
  let reveals = true
  const put = (source: string, data: FeatureCollection) => {
    showFeatures(map, source, data)
  }
  const shownNow = () => (isOpen.value && !changed.value ? (check.state.value.value?.found ?? null) : null)

  const stopCells = effect(() => {
    const found = shownNow()
    put(CHECK_CELLS, found?.cells ?? NONE)
    put(TOUCHED_CELLS, found?.touchedCells ?? NONE)
    put(ZONE_OUTLINES, found === null ? NONE : namedOutlines(found))
    if (found === null || !reveals || found.cells.features.length === 0) return
    reveals = false
    const bounds = boundsOf({
      type: 'MultiPolygon',
      coordinates: found.cells.features.map(({ geometry }) => geometry.coordinates),
    })
    if (!isInView(map, bounds, covered().bottom)) goTo(bounds)
  })
  const stopLight = effect(() => {
    const evidence = shownNow()?.evidence
    const finding = evidence?.findings.find(({ id }) => id === spotlight.lit.value)
    light(map, evidence === undefined || finding === undefined ? null : subjectsOf(finding, evidence))
  })
  return {
    revealNext: () => (reveals = true),
    stop: () => {
      stopCells()
      stopLight()
    },
  }
}

/** The outer lines of the zones, each with its distance from the area at its northernmost corner. */
function namedOutlines({ cells, evidence: { zones } }: CheckResponse): FeatureCollection {
  const features = zoneOutlines(cells).features.flatMap((outline): Feature[] => {
    const { zone } = outline.properties
    const metres = zones.find((counted) => counted.zone === zone)?.toMetres ?? 0
    const [first, ...others] = outline.geometry.coordinates.flat()
    if (metres === 0 || first === undefined) return [outline]
    const coordinates = others.reduce((north, corner) => (corner[1]! > north[1]! ? corner : north), first)
    return [
      outline,
      { type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { zone, metres } },
    ]
  })
  return { type: 'FeatureCollection', features }
}

function isInView(map: MapLibreMap, [west, south, east, north]: Bounds, coveredBottom: number): boolean {
  const { clientWidth, clientHeight } = map.getContainer()
  const { x: left, y: bottom } = map.project([west, south])
  const { x: right, y: top } = map.project([east, north])
  const height = clientHeight - coveredBottom
  const isInside = left >= 0 && top >= 0 && right <= clientWidth && bottom <= height
  return isInside && (right - left) / clientWidth >= MIN_SHARE_OF_VIEW
}
