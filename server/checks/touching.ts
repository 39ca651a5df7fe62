import { type PlanarPolygon, planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea, union } from '../engine/geometry/planar/scanline-area.ts'
import { sector } from '../engine/geometry/planar/sector.ts'
import type { ZoneLocator } from '../engine/geometry/planar/zone-locator.ts'
import type { CameraEvidence, TouchEvidence } from './evidence.ts'
import type { Area, Camera, FocusArea, Proposal } from '../engine/snapshot/features.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Footprint } from './footprint.ts'

/** Shares below this are two borders that touch, or the rounding of a coordinate. */
const MIN_SHARE = 1e-6
/** Offset used to compute the direction of north at a camera: about 1 km. */
const NORTHWARDS_DEGREES = 0.01

/** Share of the footprint that lies in a polygon, 0–1. */
export function shareOfFootprint(footprint: Footprint, other: PlanarPolygon): number {
  const [a, b] = [footprint.polygon.box, other.box]
  if (a.minX > b.maxX || b.minX > a.maxX || a.minY > b.maxY || b.minY > a.maxY) return 0
  const common = regionArea(intersection(polygonRegion(footprint.polygon), polygonRegion(other)))
  return Math.min(1, common / footprint.areaM2)
}

/**
 * The areas, focus areas and other proposals that the footprint touches, with the share of it that lies in each.
 * Without a proposal's id, a proposal of the same outline is taken for the area itself.
 */
export function touches(
  footprint: Footprint,
  layers: {
    readonly areas: readonly Area[]
    readonly focusAreas: readonly FocusArea[]
    readonly proposals: readonly Proposal[]
  },
  ownProposalId: number | null,
): readonly TouchEvidence[] {
  const shown = layers.areas.filter((area) => ['district', 'place'].includes(area.properties.kind))
  const others = layers.proposals.filter((proposal) => !isItself(footprint, proposal, ownProposalId))
  const touched = (layer: TouchEvidence['layer'], feature: Area | FocusArea | Proposal, name: string) => {
    const share = shareOfFootprint(footprint, planarPolygon(feature.planar))
    return share < MIN_SHARE
      ? []
      : [{ id: `touch-${layer}-${feature.id}`, layer, featureId: feature.id, name, shareOfFootprint: share }]
  }
  return [
    ...shown.flatMap((area) => touched('areas', area, area.properties.name)),
    ...layers.focusAreas.flatMap((area) => touched('focus-areas', area, area.properties.name)),
    ...others.flatMap((proposal) => touched('proposals', proposal, proposal.properties.title)),
  ]
}

function isItself(footprint: Footprint, proposal: Proposal, ownProposalId: number | null): boolean {
  if (ownProposalId !== null) return proposal.id === ownProposalId
  const outline = planarPolygon(proposal.planar)
  const difference = Math.abs(regionArea(polygonRegion(outline)) - footprint.areaM2)
  return difference < MIN_SHARE * footprint.areaM2 && shareOfFootprint(footprint, outline) > 1 - MIN_SHARE
}

/**
 * Active cameras in the zones, and the share of the footprint in at least one nominal view (direction, angle and
 * range as registered; obstruction is not considered).
 */
export function cameraEvidence(
  footprint: Footprint,
  cameras: readonly Camera[],
  locator: ZoneLocator,
  projection: Projection,
): CameraEvidence {
  const active = cameras.filter((camera) => camera.properties.status === 'active')
  const near = active.flatMap((camera) => {
    const zone = locator.zoneAt(...centimetres(camera))
    return zone < 0 ? [] : [{ id: camera.id, name: camera.properties.name, zone }]
  })
  const views = active.flatMap((camera) => {
    const view = nominalView(camera, projection)
    return view !== null && shareOfFootprint(footprint, view) > 0 ? [polygonRegion(view)] : []
  })
  const seen =
    views.length === 0 ? 0 : regionArea(intersection(polygonRegion(footprint.polygon), union(views)))
  return { id: 'cameras', cameras: near, shareInNominalViews: Math.min(1, seen / footprint.areaM2) }
}

function centimetres(camera: Camera): [x: number, y: number] {
  const [x, y] = camera.planar.coordinates
  return [Math.round(x! * 100), Math.round(y! * 100)]
}

/** Null for a camera without a registered range; all round where no direction or angle is registered. */
function nominalView(camera: Camera, projection: Projection): PlanarPolygon | null {
  const { directionDegrees, viewDegrees, rangeMetres } = camera.properties
  if (rangeMetres === null || rangeMetres <= 0) return null
  const round = directionDegrees === null || viewDegrees === null
  const bearing = (directionDegrees ?? 0) + trueNorth(camera, projection)
  return sector(...centimetres(camera), bearing, round ? 360 : viewDegrees, rangeMetres)
}

/** Where true north lies on the map grid at a camera, degrees clockwise from grid north (the meridian convergence). */
function trueNorth(camera: Camera, projection: Projection): number {
  const [lon, lat] = camera.geometry.coordinates
  const [x, y] = camera.planar.coordinates
  const north = projection.toPlanar(lon!, lat! + NORTHWARDS_DEGREES)
  return north === null ? 0 : (Math.atan2(north[0] - x!, north[1] - y!) * 180) / Math.PI
}
