import { hash } from 'node:crypto'
import type { Box } from '../../tiles/geometry/ring.ts'
import { latitudeOf } from '../../tiles/layers/cells-in-tile.ts'
import { encodeFeatures } from '../../tiles/layers/encode-features.ts'
import { type FeatureLayerId, prepareLayer, type Sight } from '../../tiles/layers/feature-layers.ts'
import { encodeHotspots } from '../../tiles/layers/hotspots.ts'
import type { PreparedLayer } from '../../tiles/layers/prepare-features.ts'
import { joinLayers } from '../../tiles/mvt/layer-frame.ts'
import type { TileLayerId } from '../../tiles/schema.ts'
import { bufferedBox, type TileAddress } from '../../tiles/tile-address.ts'
import type { Audience } from '../platform/access/audience.ts'
import { cellPixels } from '../engine/lattice/auto-edge.ts'
import { invalidParameter } from '../engine/errors.ts'
import type { PermittedSurfaceQuery } from '../engine/snapshot/query.ts'
import type { PermitContext } from '../platform/access/staff-limits.ts'
import type { HotspotSurface } from '../engine/statistics/surface-types.ts'
import type { LayerSnapshot, Snapshot } from '../engine/snapshot/types.ts'
import type { IncidentDrawer } from './draw-incidents.ts'
import type { TileQuery } from './tile-query.ts'
import { maySeeArea, maySeeContext } from '../platform/access/layer-access.ts'

/** Where surfaces come from. */
export interface SurfaceSource {
  surfaceOn(snapshot: Snapshot, query: PermittedSurfaceQuery): Promise<HotspotSurface>
}

/** A tile that is yet to be drawn. */
interface TileWork {
  /** The question in one spelling. */
  readonly canonical: string
  /** The version of the data that the bytes depend on: the small layers do not change with every incident. */
  version(snapshot: Snapshot): string
  /** The tile's bytes; whoever calls holds the snapshot's lease until they are there. */
  draw(snapshot: Snapshot): Promise<Uint8Array>
}

export interface TileDrawer {
  /** @throws DomainError `forbidden` for what the viewer may not ask */
  plan(layer: TileLayerId, address: TileAddress, query: TileQuery, viewer: TileViewer): TileWork
  /** Extent of a layer's data as far as an audience sees it, world units; null when it has none. */
  extent(layer: TileLayerId, snapshot: Snapshot, audience: Audience): Box | null
}

/** Who looks, and what his permissions depend on. */
export interface TileViewer {
  readonly audience: Audience
  readonly context: PermitContext
}

/** A cell flatter than this cannot be drawn as a hexagon any more. */
const FLATTEST_CELL_PIXELS = 2

/** Draws tiles of every layer. */
export function createTileDrawer({
  hotspots,
  incidents,
}: {
  readonly hotspots: SurfaceSource
  readonly incidents: IncidentDrawer
}): TileDrawer {
  const prepared = createPreparedLayers()
  const layerVersion = createLayerVersions()

  const drawHotspots = async (snapshot: Snapshot, address: TileAddress, query: PermittedSurfaceQuery) => {
    const { minY, maxY } = bufferedBox(address, 0)
    const pixels = cellPixels(query.edgeMetres, address.z, latitudeOf((minY + maxY) / 2))
    if (pixels < FLATTEST_CELL_PIXELS) {
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
    plan(layer, address, query, { audience, context }) {
      if (query.kind === 'incidents') {
        const draw = (snapshot: Snapshot) => incidents.draw(snapshot, address, query.filter)
        return { canonical: query.canonical, version: ({ version }) => version, draw }
      }
      if (query.kind === 'surface') {
        const asked = query.at(address.z, audience, context)
        const draw = (snapshot: Snapshot) => drawHotspots(snapshot, address, asked.query)
        return { canonical: asked.canonical, version: ({ version }) => version, draw }
      }
      const draw = async (snapshot: Snapshot) =>
        drawFeatures(snapshot, address, layer as FeatureLayerId, audience)
      return { canonical: '', version: ({ layers }) => layerVersion(layers), draw }
    },
    extent(layer, snapshot, audience) {
      if (layer === 'incidents') return incidents.extent(snapshot)
      if (layer === 'hotspots') return roundedOutward(incidents.extent(snapshot))
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
    const key = `${layer} ${sightKey(audience)}`
    const parts = known.get(key) ?? prepareLayer(layer, layers, projection, sightOf(audience))
    known.set(key, parts)
    return parts
  }
}

/** Partners alone see only some of the areas, their own places, and where shelters are not everybody sees. */
function sightKey(audience: Audience): string {
  const places = audience.role === 'partner' ? audience.placeIds.join(',') : 'all'
  return `${places} ${maySeeContext(audience, { kind: 'shelter' })}`
}

function sightOf(audience: Audience): Sight {
  return {
    area: (area) => maySeeArea(audience, area),
    context: (feature) => maySeeContext(audience, feature),
  }
}

/** 2.4 km at the equator, half that in the north: the outermost incident must not be read off the extent of cells. */
const EXTENT_STEP = 2 ** 18

function roundedOutward(box: Box | null): Box | null {
  if (box === null) return null
  const down = (world: number) => Math.floor(world / EXTENT_STEP) * EXTENT_STEP
  const up = (world: number) => Math.ceil(world / EXTENT_STEP) * EXTENT_STEP
  return { minX: down(box.minX), minY: down(box.minY), maxX: up(box.maxX), maxY: up(box.maxY) }
}

/** The digest of the layers says nothing of ids; tiles carry them, so they are part of what makes tiles equal. */
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
