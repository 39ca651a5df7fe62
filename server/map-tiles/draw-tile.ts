import { hash } from 'node:crypto'
import type { Box } from '../../tiles/geometry/ring.ts'
import { latitudeOf } from '../../tiles/layers/cells-in-tile.ts'
import { encodeFeatures } from '../../tiles/layers/encode-features.ts'
import { type FeatureLayerId, prepareLayer, type LayerVisibility } from '../../tiles/layers/feature-layers.ts'
import { encodeHotspots } from '../../tiles/layers/hotspots.ts'
import type { PreparedLayer } from '../../tiles/layers/prepare-features.ts'
import { joinLayers } from '../../tiles/mvt/layer-frame.ts'
import type { TileLayerId } from '../../tiles/schema.ts'
import { bufferedBox, type TileAddress } from '../../tiles/tile-address.ts'
import { type Audience, seesEverything } from '../platform/access/audience.ts'
import { openSources } from '../platform/access/source-access.ts'
import { cellPixels } from '../engine/lattice/auto-edge.ts'
import { invalidParameter } from '../engine/errors.ts'
import type { EdgeMetres, PermittedSurfaceQuery, SurfaceQuery } from '../engine/snapshot/query.ts'
import { cellCentre } from '../engine/lattice/lattice.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { CellPopulation, HotspotSurface } from '../engine/statistics/surface-types.ts'
import type { LayerSnapshot, Snapshot } from '../engine/snapshot/types.ts'
import type { IncidentRenderer } from './draw-incidents.ts'
import type { TileQuery } from './tile-query.ts'
import { canonicalSurfaceQuery, surfaceVersion } from '../hotspots/index.ts'
import { maySeeArea, maySeeContext } from '../platform/access/layer-access.ts'

/** Source of hotspot surfaces. */
export interface SurfaceSource {
  /** Makes sure that the units of an audience are loaded. Called before a snapshot is acquired. */
  ready(audience: Audience): Promise<void>
  permittedOn(snapshot: Snapshot, audience: Audience, query: SurfaceQuery): PermittedSurfaceQuery
  surfaceOn(snapshot: Snapshot, query: PermittedSurfaceQuery): Promise<HotspotSurface>
  populationOn(
    snapshot: Snapshot,
    edgeMetres: EdgeMetres,
    reader: 'staff' | 'analyst',
  ): Promise<CellPopulation>
}

/** A tile to be drawn. */
interface TileWork {
  /** The canonical text of the query. */
  readonly canonical: string
  /** The version of the data that the bytes depend on: the small layers do not change with every incident. */
  readonly version: string
  /** The tile's bytes. */
  draw(): Promise<Uint8Array>
}

export interface TileRenderer {
  /**
   * Plans a tile of a snapshot, whose lease the caller holds until the bytes are there.
   *
   * @throws DomainError `forbidden`, `unprocessable` for a query that the audience may not make
   */
  plan(
    snapshot: Snapshot,
    layer: TileLayerId,
    address: TileAddress,
    query: TileQuery,
    audience: Audience,
  ): TileWork
  /** Extent of a layer's data visible to an audience, world units; null when it has none. */
  extent(layer: TileLayerId, snapshot: Snapshot, audience: Audience): Promise<Box | null>
}

/** A cell flatter than this cannot be drawn as a hexagon any more. */
const MIN_CELL_PIXELS = 2

/** Draws tiles of every layer. */
export function createTileRenderer({
  hotspots,
  incidents,
}: {
  readonly hotspots: SurfaceSource
  readonly incidents: IncidentRenderer
}): TileRenderer {
  const prepared = createPreparedLayers()
  const layerVersion = createLayerVersions()

  const drawHotspots = async (snapshot: Snapshot, address: TileAddress, query: PermittedSurfaceQuery) => {
    const { minY, maxY } = bufferedBox(address, 0)
    const pixels = cellPixels(query.edgeMetres, address.z, latitudeOf((minY + maxY) / 2))
    if (pixels < MIN_CELL_PIXELS) {
      const rule = `cells of ${query.edgeMetres} m are too small to be drawn at this zoom`
      throw invalidParameter('z', address.z, rule)
    }
    return encodeHotspots(await hotspots.surfaceOn(snapshot, query), address, snapshot.projection)
  }
  const drawFeatures = (
    snapshot: Snapshot,
    address: TileAddress,
    layer: FeatureLayerId,
    audience: Audience,
  ) => joinLayers(prepared(snapshot, layer, audience).map((part) => encodeFeatures(part, address)))

  return {
    plan(snapshot, layer, address, query, audience) {
      if (query.kind === 'incidents') {
        const sources = openSources(audience, query.filter.sources, snapshot.layers.sources)
        const draw = () => incidents.draw(snapshot, address, { ...query.filter, sources })
        return { canonical: query.canonical, version: snapshot.version, draw }
      }
      if (query.kind === 'surface') {
        const permitted = hotspots.permittedOn(snapshot, audience, query.at(address.z, audience))
        const draw = () => drawHotspots(snapshot, address, permitted)
        return {
          canonical: canonicalSurfaceQuery(permitted),
          version: surfaceVersion(snapshot, permitted.units !== undefined),
          draw,
        }
      }
      const draw = async () => drawFeatures(snapshot, address, layer as FeatureLayerId, audience)
      return { canonical: '', version: layerVersion(snapshot.layers), draw }
    },
    async extent(layer, snapshot, audience) {
      if (layer === 'incidents') return incidents.extent(snapshot)
      if (layer === 'hotspots')
        return blockBox(
          await hotspots.populationOn(snapshot, EXTENT_EDGE, seesEverything(audience) ? 'analyst' : 'staff'),
          snapshot.projection,
        )
      const boxes = prepared(snapshot, layer, audience).flatMap(({ box }) => (box === null ? [] : [box]))
      return boxes.length === 0 ? null : boxes.reduce(around)
    },
  }
}

/** The features of a layer, prepared once for each version of the layers. */
function createPreparedLayers(): (
  snapshot: Snapshot,
  layer: FeatureLayerId,
  audience: Audience,
) => readonly PreparedLayer[] {
  const byLayers = new WeakMap<LayerSnapshot, Map<string, readonly PreparedLayer[]>>()
  return ({ layers, projection }, layer, audience) => {
    let known = byLayers.get(layers)
    if (known === undefined) byLayers.set(layers, (known = new Map()))
    const key = `${layer} ${visibilityKey(audience)}`
    const parts = known.get(key) ?? prepareLayer(layer, layers, projection, visibilityOf(audience))
    known.set(key, parts)
    return parts
  }
}

/** Cache key of visibility: partners see only their own places, and only some audiences see shelters. */
function visibilityKey(audience: Audience): string {
  const places = audience.role === 'partner' ? audience.placeIds.join(',') : 'all'
  return `${places} ${maySeeContext(audience, { kind: 'shelter' })}`
}

function visibilityOf(audience: Audience): LayerVisibility {
  return {
    area: (area) => maySeeArea(audience, area),
    context: (feature) => maySeeContext(audience, feature),
  }
}

/** Cells cover the study area wherever incidents lie; the extent of coarse cells is the cheapest to compute. */
const EXTENT_EDGE = 800

function blockBox(
  { i0, j0, columns, rows, cells, edgeMetres }: CellPopulation,
  projection: Projection,
): Box | null {
  if (cells === 0) return null
  const [minX, minY] = cellCentre({ i: i0, j: j0 }, edgeMetres)
  const [maxX, maxY] = cellCentre({ i: i0 + columns, j: j0 + rows }, edgeMetres)
  const corners = [minX, maxX].flatMap((x) => [minY, maxY].map((y) => projection.toWorld(x, y)))
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
}

/** The digest of the layers does not cover ids; tiles contain them, so the version of tiles does. */
function createLayerVersions(): (layers: LayerSnapshot) => string {
  const versions = new WeakMap<LayerSnapshot, string>()
  return (layers) => {
    const known = versions.get(layers)
    if (known !== undefined) return known
    const ids = [...FEATURE_KINDS.map((kind) => layers.features(kind)), layers.context].map((features) =>
      features.map(({ id }) => id).join(' '),
    )
    const version = `${layers.digest}-${hash('sha256', ids.join('|'), 'base64url')}`
    versions.set(layers, version)
    return version
  }
}

const FEATURE_KINDS = ['cameras', 'patrol-zones', 'focus-areas', 'areas', 'proposals'] as const

function around(a: Box, b: Box): Box {
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  }
}
