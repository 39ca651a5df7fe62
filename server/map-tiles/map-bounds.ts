import type { Position } from 'geojson'
import { coordinateSystem, type Bounds } from '../engine/projection/coordinate-systems.ts'
import type { Area } from '../engine/snapshot/features.ts'
import type { LayerSnapshot, Snapshot } from '../engine/snapshot/types.ts'
import { type Audience, seesEverything } from '../platform/access/audience.ts'
import { mayReadSource } from '../platform/access/source-access.ts'
import { maySeeLayer } from '../platform/access/layer-access.ts'
import type { TileRenderer } from './draw-tile.ts'
import { degreesOf } from './tile-json.ts'

/**
 * The bounds of a city's map for an audience: west, south, east, north in degrees. Those of its study area; else of
 * its districts and statistical areas; else of the data disclosed to the audience; else the area of use of its CRS.
 * The context is ignored, for it may span the world.
 */
export async function mapBounds(
  snapshot: Snapshot,
  audience: Audience,
  extent: TileRenderer['extent'],
): Promise<Bounds> {
  const { layers, projection } = snapshot
  const round = boundsOfAreas(layers, projection.toWgs84)
  const areas = round.study ?? round.divisions
  if (areas !== null) return areas
  const isWhole = layers.sources.every((source) => mayReadSource(audience, source))
  const layer = seesEverything(audience) && isWhole ? 'incidents' : 'hotspots'
  const data = maySeeLayer(audience, 'hotspots')
    ? ((await extent('hotspots', snapshot, audience)) ?? (await extent(layer, snapshot, audience)))
    : null
  return data === null ? coordinateSystem(projection.srid).bounds : degreesOf(data)
}

interface AreaBounds {
  readonly study: Bounds | null
  /** Bounds of districts and statistical areas. */
  readonly divisions: Bounds | null
}

type ToWgs84 = Snapshot['projection']['toWgs84']

const known = new WeakMap<LayerSnapshot, AreaBounds>()

function boundsOfAreas(layers: LayerSnapshot, toWgs84: ToWgs84): AreaBounds {
  const before = known.get(layers)
  if (before !== undefined) return before
  const valid = layers.features('areas').filter(({ properties }) => properties.validTo === null)
  const round = (kinds: readonly Area['properties']['kind'][]) =>
    boundsOf(
      valid.filter(({ properties }) => kinds.includes(properties.kind)),
      toWgs84,
    )
  const bounds = { study: round(['study']), divisions: round(['district', 'base']) }
  known.set(layers, bounds)
  return bounds
}

function boundsOf(areas: readonly Area[], toWgs84: ToWgs84): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of areas.flatMap(outerPositions)) {
    const [longitude, latitude] = toWgs84(x!, y!)
    west = Math.min(west, longitude)
    south = Math.min(south, latitude)
    east = Math.max(east, longitude)
    north = Math.max(north, latitude)
  }
  return west > east ? null : [west, south, east, north]
}

function outerPositions({ planar }: Pick<Area, 'planar'>): readonly Position[] {
  const polygons = planar.type === 'Polygon' ? [planar.coordinates] : planar.coordinates
  return polygons.flatMap(([outer = []]) => outer)
}
