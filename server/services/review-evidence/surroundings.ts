import { cellAt, cellCorners } from '../../analysis/lattice.ts'
import { type PlanarPolygon, polygonOfRings } from '../../analysis/planar/planar-polygon.ts'
import { intersection, polygonRegion, type Region, regionArea } from '../../analysis/planar/scanline-area.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Camera } from '../../domain/features.ts'
import type { Surroundings } from '../../domain/handling-document.ts'
import type { Projection } from '../../domain/projection.ts'
import type { LayerSnapshot } from '../../snapshot/types.ts'
import { type Footprint, parseFootprint } from '../check/footprint.ts'
import { nominalView } from '../check/touching.ts'

/** Side of the cells that make up a monitored zone, metres. */
const ZONE_EDGE_METRES = 50

/**
 * What of the layers lies at a proposal's ground, in the form that everybody may see: cameras by the zones that they
 * monitor, permits without schedules, focus areas, districts.
 */
export function surroundingsOf(
  evidence: Evidence,
  layers: LayerSnapshot,
  projection: Projection,
): Surroundings {
  const footprint = parseFootprint(evidence.provenance.query.geometry, projection)
  const touched = new Set(evidence.touches.map(({ layer, featureId }) => `${layer}/${featureId}`))
  const guarded = new Set(evidence.patrols.map(({ zoneId }) => zoneId))
  return {
    footprint: footprint.planar,
    cameras: distinct(
      layers
        .features('cameras')
        .filter((camera) => camera.properties.status === 'active' && monitors(camera, footprint, projection))
        .map(({ properties: { operator, purpose, contact, retentionDays, balancingSummary } }) => {
          return { operator, purpose, contact, retentionDays, balancingSummary }
        }),
    ),
    guards: layers
      .features('patrol-zones')
      .filter(({ id }) => guarded.has(id))
      .map(({ properties: { name, permit, purpose, validFrom, validTo } }) => {
        return { name, permit, purpose, validFrom, validTo }
      }),
    focusAreas: layers
      .features('focus-areas')
      .filter(({ id }) => touched.has(`focus-areas/${id}`))
      .map(({ properties: { name, owner, programmeFrom, programmeTo } }) => {
        return { name, owner, programmeFrom, programmeTo }
      }),
    districts: layers
      .features('areas')
      .filter(({ id, properties }) => properties.kind === 'district' && touched.has(`areas/${id}`))
      .map(({ properties }) => properties.name),
  }
}

/**
 * Whether a camera's monitored zone (the 50 m cells that its nominal view touches) touches a ground. Asked of the zone
 * and not of the view, so that drawing grounds of all shapes does not find out where the view ends.
 */
function monitors(camera: Camera, footprint: Footprint, projection: Projection): boolean {
  const view = nominalView(camera, projection)
  if (view === null) return false
  const [viewed, ground] = [polygonRegion(view), polygonRegion(footprint.polygon)]
  return cellsNear(view).some((cell) => {
    const region = polygonRegion(cell)
    return meets(region, ground) && meets(region, viewed)
  })
}

function meets(a: Region, b: Region): boolean {
  return a.minY < b.maxY && b.minY < a.maxY && regionArea(intersection(a, b)) > 0
}

/** The cells whose middle lies within a cell's reach of a polygon's box. */
function cellsNear({ box }: PlanarPolygon): readonly PlanarPolygon[] {
  const reach = 2 * ZONE_EDGE_METRES
  const low = cellAt(box.minX / 100 - reach, box.minY / 100 - reach, ZONE_EDGE_METRES)
  const high = cellAt(box.maxX / 100 + reach, box.maxY / 100 + reach, ZONE_EDGE_METRES)
  const cells: PlanarPolygon[] = []
  for (let i = low.i; i <= high.i; i++) {
    for (let j = low.j - 1; j <= high.j + 1; j++) {
      const corners = cellCorners({ i, j }, ZONE_EDGE_METRES)
      cells.push(polygonOfRings([corners.map(([x, y]) => [x * 100, y * 100])]))
    }
  }
  return cells
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}
