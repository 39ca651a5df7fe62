import { cellCorners } from '../../engine/lattice/lattice.ts'
import { polygonOfRings } from '../../engine/geometry/planar/planar-polygon.ts'
import {
  intersection,
  polygonRegion,
  type Region,
  regionArea,
} from '../../engine/geometry/planar/scanline-area.ts'
import type { Camera } from '../../engine/snapshot/features.ts'
import type { Surroundings } from '../documents/filed-document.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import type { LayerSnapshot } from '../../engine/snapshot/types.ts'
import { CAMERA_ZONE_EDGE_METRES, zoneCells } from '../../engine/disclosure/camera-zones.ts'
import { type Evidence, parseFootprint } from '../../checks/index.ts'

/**
 * Features of the layers at a proposal's footprint, in their public form: cameras by monitored zones, permits without
 * schedules, focus areas, districts.
 */
export function surroundingsOf(
  evidence: Evidence,
  layers: LayerSnapshot,
  projection: Projection,
): Surroundings {
  const footprint = parseFootprint(evidence.provenance.query.geometry, projection)
  const base = polygonRegion(footprint.polygon)
  const touched = new Set(evidence.touches.map(({ layer, featureId }) => `${layer}/${featureId}`))
  const guarded = new Set(evidence.patrols.map(({ zoneId }) => zoneId))
  return {
    footprint: footprint.planar,
    cameras: distinct(
      layers
        .features('cameras')
        .filter((camera) => camera.properties.status === 'active' && monitors(camera, base, projection))
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
 * Whether a camera's public monitored zone overlaps a region. Uses the zone and not the view, so that drawing
 * footprints of many shapes does not disclose the view's edge.
 */
function monitors(camera: Camera, base: Region, projection: Projection): boolean {
  return [...zoneCells(camera, projection)].some((key) => {
    const [i, j] = key.split(',').map(Number) as [number, number]
    const corners = cellCorners({ i, j }, CAMERA_ZONE_EDGE_METRES)
    const cell = polygonRegion(polygonOfRings([corners.map(([x, y]) => [x * 100, y * 100])]))
    const apart = cell.maxY <= base.minY || base.maxY <= cell.minY
    return !apart && regionArea(intersection(cell, base)) > 0
  })
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}
