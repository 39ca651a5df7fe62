import type { Geometry } from 'geojson'
import type { Area, ContextFeature } from '../../server/engine/snapshot/features.ts'
import type { Projection } from '../../server/engine/projection/projection.ts'
import type { LayerSnapshot } from '../../server/engine/snapshot/types.ts'
import type { AttributeValue } from '../mvt/layer-writer.ts'
import { CONTEXT_LAYERS, CONTEXT_RANK_ZOOM, TILE_LAYER, type TileLayerId } from '../schema.ts'
import { FIELDS } from '../schema-fields.ts'
import { cameraView } from '../../server/engine/geometry/camera-view.ts'
import { prepareFeatures, type PreparedLayer, type TileFeature } from './prepare-features.ts'

/** Visibility of layers to an audience. */
export interface LayerVisibility {
  readonly area: (area: Area) => boolean
  readonly context: (feature: ContextFeature) => boolean
}

const SEES_ALL: LayerVisibility = { area: () => true, context: () => true }

/** The layers whose tiles are made of stored features. */
export type FeatureLayerId = Exclude<TileLayerId, 'hotspots' | 'incidents'>

/**
 * The MVT layers of a feature layer, ready to be cut into tiles.
 *
 * @param isShown which areas and context features are visible
 * @returns one layer; for `context` one a kind, in drawing order
 */
export function prepareLayer(
  id: FeatureLayerId,
  layers: LayerSnapshot,
  projection: Projection,
  isShown: LayerVisibility = SEES_ALL,
): readonly PreparedLayer[] {
  if (id === 'context') return prepareContext(layers.context.filter(isShown.context), projection)
  const keys = FIELDS[id].map((field) => field.name)
  const { geometry } = TILE_LAYER[id].vectorLayers[0]!
  return [
    prepareFeatures({ name: id, keys, geometry }, SOURCES[id](layers, projection, isShown.area), projection),
  ]
}

function prepareContext(context: readonly ContextFeature[], projection: Projection): PreparedLayer[] {
  return CONTEXT_LAYERS.map(({ id: name, geometry, fields }) => {
    const features = context
      .filter((feature) => feature.kind === name)
      .toSorted((a, b) => a.id - b.id)
      .map(({ name: label, rank, planar }, k) => ({
        // Consecutive ids: gaps among the stored ids would disclose the number of hidden features.
        id: k + 1,
        attributes: [label, rank],
        planar: geometry === 'point' ? middleOf(planar) : planar,
        minZoom: CONTEXT_RANK_ZOOM[rank] ?? CONTEXT_RANK_ZOOM.at(-1)!,
      }))
    return prepareFeatures({ name, keys: fields.map((field) => field.name), geometry }, features, projection)
  })
}

/** The centre of a geometry: premises may have an outline, and the map shows a point. */
function middleOf(planar: Geometry): Geometry {
  if (planar.type !== 'Polygon' && planar.type !== 'MultiPolygon') return planar
  const ring = planar.type === 'Polygon' ? planar.coordinates[0]! : planar.coordinates[0]![0]!
  const middle = (axis: 0 | 1) => {
    const values = ring.map((position) => position[axis]!)
    return (Math.min(...values) + Math.max(...values)) / 2
  }
  return { type: 'Point', coordinates: [middle(0), middle(1)] }
}

type Source = (
  layers: LayerSnapshot,
  projection: Projection,
  isShown: (area: Area) => boolean,
) => readonly TileFeature[]

/** Features with their attributes, in the order of `FIELDS`. */
const SOURCES: Readonly<Record<Exclude<FeatureLayerId, 'context'>, Source>> = {
  cameras: (layers) =>
    layers
      .features('cameras')
      .map(({ id, planar, properties: p }) =>
        tileFeature(id, planar, [
          p.name,
          p.status,
          p.operator,
          p.directionDegrees,
          p.viewDegrees,
          p.rangeMetres,
        ]),
      ),
  'camera-views': (layers, projection) =>
    layers.features('cameras').flatMap((camera) => {
      const view = cameraView(camera, projection)
      const { name, status, rangeMetres } = camera.properties
      return view === null ? [] : [tileFeature(camera.id, view, [name, status, rangeMetres])]
    }),
  'patrol-zones': (layers) =>
    layers
      .features('patrol-zones')
      .map(({ id, planar, properties: p }) =>
        tileFeature(id, planar, [p.name, p.permit, p.purpose, p.validFrom, p.validTo]),
      ),
  'focus-areas': (layers) =>
    layers
      .features('focus-areas')
      .map(({ id, planar, properties: p }) =>
        tileFeature(id, planar, [p.name, p.owner, p.programmeFrom, p.programmeTo]),
      ),
  areas: (layers, _, isShown) =>
    layers
      .features('areas')
      .filter(isShown)
      .map(({ id, planar, properties: p }) =>
        tileFeature(id, planar, [p.kind, p.name, p.residents, p.derived]),
      ),
  proposals: (layers) =>
    layers
      .features('proposals')
      .map(({ id, planar, properties: p }) => tileFeature(id, planar, [p.title, p.caseNumber])),
}

function tileFeature(
  id: number,
  planar: TileFeature['planar'],
  attributes: readonly AttributeValue[],
): TileFeature {
  return { id, planar, attributes, minZoom: 0 }
}
