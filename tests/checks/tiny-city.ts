import type { Polygon } from 'geojson'
import type { AreaKind, LayerContents } from '../../server/engine/snapshot/features.ts'
import type { IncidentContent } from '../../server/engine/snapshot/incident.ts'
import { createZone, fromLocal } from '../../server/engine/time/zone.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { rectangle as rectangleAt } from '../support/cities/rectangle.ts'

/** South-west corner of a made-up city of 4 × 4 km, metres in EPSG:3006. */
export const [EAST, NORTH] = [674_000, 6_580_000]
export const STOCKHOLM = createZone('Europe/Stockholm')
const projection = createProjection(3006)

/** A rectangle of the city, metres from its corner. */
export function rectangle(x: number, y: number, width: number, height: number): Polygon {
  return rectangleAt(EAST + x, NORTH + y, width, height)
}

/** A planar polygon as a person would send it: WGS 84. */
export function inDegrees(planar: Polygon): Polygon {
  return {
    type: 'Polygon',
    coordinates: planar.coordinates.map((ring) => ring.map(([x, y]) => [...projection.toWgs84(x!, y!)])),
  }
}

export function area(
  id: number,
  kind: AreaKind,
  name: string,
  planar: Polygon,
  residents: number | null = null,
) {
  return {
    id,
    revision: 1,
    planar,
    properties: {
      kind,
      name,
      validFrom: null,
      validTo: null,
      residents,
      visitors: null,
      exposureSource: null,
      derived: false,
    },
  }
}

/** Local noon, or another hour, of a day. */
export function at(year: number, month: number, day: number, hour = 12): number {
  return fromLocal(STOCKHOLM, year, month, day, hour)
}

/** An incident so many metres from the corner of the city. */
export function incident(
  x: number,
  y: number,
  fromMinute: number,
  more: Partial<IncidentContent> = {},
): Partial<IncidentContent> {
  return {
    xCm: Math.round((EAST + x) * 100),
    yCm: Math.round((NORTH + y) * 100),
    fromMinute,
    toMinute: fromMinute,
    ...more,
  }
}

/** Land of 4 × 4 km with a lake of 4000 × 1000 m in the north. */
export const TINY_LAND: Pick<LayerContents, 'areas'> = {
  areas: [
    area(1, 'study', 'Staden', rectangle(0, 0, 4000, 4000)),
    area(2, 'water', 'Sjön', rectangle(0, 3000, 4000, 1000)),
    area(3, 'district', 'Västra', rectangle(0, 0, 2000, 3000), 6000),
    area(4, 'district', 'Östra', rectangle(2000, 0, 2000, 3000), 6000),
  ],
}
