import { union } from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import type { Camera } from '../snapshot/features.ts'
import type { Projection } from '../projection/projection.ts'
import { cellAt, cellCorners, neighboursOf } from '../lattice/lattice.ts'
import { cameraView } from '../geometry/camera-view.ts'

/** Side of the cells that make up a monitored zone. */
export const CAMERA_ZONE_EDGE_METRES = 50
/** A fifth of a cell: every cell that a view covers a good part of is found. */
const STEP_METRES = 10

/** A monitored zone: the cells that cameras of one operator and purpose reach between them. */
export interface CameraZone<P> {
  readonly properties: P
  /** Metres in the city's CRS on the 1 cm grid. */
  readonly planar: Polygon | MultiPolygon
}

/**
 * The monitored zones as released to the public: every cell of the city's 50 m lattice that a nominal view reaches.
 * Cameras with equal descriptions that share a cell are one zone.
 *
 * Neither position, direction nor range is disclosed. The lattice is anchored at the origin of the CRS, not at the
 * camera, so its borders do not depend on the camera's exact position. Every camera that reaches just these cells
 * gives the same zone, wherever in a cell it stands, turned by tens of degrees or reaching tens of metres further;
 * and there may be several. A camera of unknown view gets its own cell and the six neighbours, as an all-round one
 * would.
 *
 * @param describe what is disclosed of a camera; equal descriptions may share a zone
 */
export function cameraZones<P>(
  cameras: readonly Camera[],
  projection: Projection,
  describe: (camera: Camera) => P,
): readonly CameraZone<P>[] {
  const zones: { readonly description: string; readonly properties: P; cells: ReadonlySet<string> }[] = []
  for (const camera of cameras) {
    const properties = describe(camera)
    const description = JSON.stringify(properties)
    const cells = zoneCells(camera, projection)
    const shared = zones.filter(
      (zone) => zone.description === description && [...cells].some((cell) => zone.cells.has(cell)),
    )
    for (const zone of shared) zones.splice(zones.indexOf(zone), 1)
    const together = new Set([cells, ...shared.map((zone) => zone.cells)].flatMap((each) => [...each]))
    zones.push({ description, properties, cells: together })
  }
  return zones
    .map(({ properties, cells }) => ({ properties, cells: [...cells].toSorted() }))
    .toSorted((a, b) => (a.cells[0]! < b.cells[0]! ? -1 : 1))
    .map(({ properties, cells }) => ({ properties, planar: outlineOf(cells) }))
}

/** The cells that one camera's nominal view reaches, as `i,j`. */
export function zoneCells(camera: Camera, projection: Projection): ReadonlySet<string> {
  const view = cameraView(camera, projection)
  if (view !== null) return cellsOf(view)
  const [x, y] = camera.planar.coordinates as [number, number]
  const own = cellAt(x, y, CAMERA_ZONE_EDGE_METRES)
  return new Set([own, ...neighboursOf(own)].map(({ i, j }) => `${i},${j}`))
}

/** Cells that a grid of points in the polygon, or any point along its border, falls into. */
function cellsOf({ coordinates: [ring] }: Polygon): ReadonlySet<string> {
  const cells = new Set<string>()
  const xs = ring!.map(([x]) => x!)
  const ys = ring!.map(([, y]) => y!)
  for (let x = Math.min(...xs); x <= Math.max(...xs); x += STEP_METRES)
    for (let y = Math.min(...ys); y <= Math.max(...ys); y += STEP_METRES)
      if (holds(ring!, x, y)) cells.add(keyAt(x, y))
  for (let at = 0; at + 1 < ring!.length; at++) {
    const [x1, y1] = ring![at] as [number, number]
    const [x2, y2] = ring![at + 1] as [number, number]
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP_METRES))
    for (let step = 0; step < steps; step++)
      cells.add(keyAt(x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps))
  }
  return cells
}

function keyAt(x: number, y: number): string {
  const { i, j } = cellAt(x, y, CAMERA_ZONE_EDGE_METRES)
  return `${i},${j}`
}

/** Whether a point lies inside a ring (even–odd). */
function holds(ring: readonly (readonly number[])[], x: number, y: number): boolean {
  let inside = false
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at++) {
    const [x1, y1] = ring[at] as [number, number]
    const [x2, y2] = ring[before] as [number, number]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

function outlineOf(cells: readonly string[]): Polygon | MultiPolygon {
  const features = cells.map((key): Feature<Polygon> => {
    const [i, j] = key.split(',').map(Number) as [number, number]
    const corners = cellCorners({ i, j }, CAMERA_ZONE_EDGE_METRES).map((corner) =>
      corner.map((metres) => Math.round(metres * 100) / 100),
    )
    return {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]!]] },
    }
  })
  if (features.length === 1) return features[0]!.geometry
  return union({ type: 'FeatureCollection', features })!.geometry
}
