import { effect } from '@preact/signals'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { AREA_PATHS } from '../../../server/areas/paths.ts'
import type { HttpClient } from '../../app/api/http-client.ts'
import type { Hotspots } from '../../hotspots/hotspots.ts'
import type { StylePart } from '../../map/style/build-style.ts'
import { showFeatures } from '../../map/show-features.ts'
import type { Pattern } from '../../map/patterns.ts'
import { PALETTE } from '../../map/style/palette.ts'

const COVERAGE = 'coverage'

/** The states that cells do not show: outside what is counted, and a selection that is not shown to the role. */
export function coveragePart(): StylePart {
  const filled = (id: string, state: Pattern): LayerSpecification => ({
    id,
    type: 'fill',
    source: COVERAGE,
    filter: ['==', ['get', 'state'], state],
    paint: { 'fill-pattern': state },
  })
  return {
    sources: { [COVERAGE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers: {
      surface: [filled('not-covered', 'uncovered'), filled('not-for-role', 'refused')],
      outlines: [
        {
          id: 'covered-border',
          type: 'line',
          source: COVERAGE,
          filter: ['==', ['get', 'state'], 'uncovered'],
          paint: { 'line-color': PALETTE.area, 'line-width': 1, 'line-opacity': 0.6 },
        },
      ],
    },
  }
}

interface StudyAreas {
  readonly features: readonly Feature<Polygon | MultiPolygon>[]
}

/** Draws where nothing is counted, and the whole area while the selection is not shown to the role. */
export function followCoverage(
  map: MapLibreMap,
  http: Pick<HttpClient, 'get'>,
  { surface }: Pick<Hotspots, 'surface'>,
): () => void {
  let stop = () => {}
  const begin = async () => {
    const found = await http.get<StudyAreas>(`${AREA_PATHS.areas}?kind=study`)
    const covered = found.features.flatMap(({ geometry }) => outlinesOf(geometry))
    if (covered.length === 0) return
    stop = effect(() => {
      const refused = surface.state.value.failure?.code === 'forbidden'
      const features = [feature('uncovered', outside(covered))]
      if (refused)
        features.push(
          feature('refused', { type: 'MultiPolygon', coordinates: covered.map((ring) => [ring]) }),
        )
      showFeatures(map, COVERAGE, { type: 'FeatureCollection', features })
    })
  }
  // The map is as good without: what is not covered has no cells.
  map.once('load', () => void begin().catch(() => {}))
  return () => stop()
}

function feature(state: string, geometry: Polygon | MultiPolygon): Feature<Polygon | MultiPolygon> {
  return { type: 'Feature', geometry, properties: { state } }
}

function outlinesOf(geometry: Polygon | MultiPolygon): Position[][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.flatMap(([outline]) => (outline === undefined ? [] : [outline]))
}

/** The world with holes where something is counted. */
function outside(covered: readonly Position[][]): Polygon {
  const world: Position[] = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ]
  return { type: 'Polygon', coordinates: [world, ...covered] }
}
