import type { Polygon, MultiPolygon } from 'geojson'
import type { Area, AreaProperties } from '../../engine/snapshot/features.ts'
import type { Vec } from '../geometry/vector.ts'
import type { Placement } from '../geometry/place.ts'
import { DISTRICTS } from '../plan/districts.ts'
import { readPoints } from '../plan/read-points.ts'
import { PERIOD } from '../incidents/calendar.ts'
import { cityLimit } from '../town/districts.ts'
import type { Town } from '../town/town.ts'

/** Places of collaboration larger than their square, with the station and the blocks around. */
const COLLABORATIONS: ReadonlyMap<string, readonly Vec[]> = new Map([
  ['Ångvisselplan', readPoints('285,575 735,580 735,885 285,880')],
])

const EXPOSURE = 'Påhittade uppgifter, 2025'

export type NewArea = Pick<Area, 'planar' | 'properties'>

/** The study area, its waters, the districts that cover the land, the places of collaboration, and the statistical areas. */
export function demoAreas(town: Town, place: Placement): readonly NewArea[] {
  const limit = cityLimit()
  const islands = town.land.shapes.map(({ outer }) => outer)
  const water = place.multiPolygon([
    { outer: limit, holes: islands },
    { outer: town.land.lake, holes: [] },
  ])
  return [
    area('study', 'Exempelstads kommun', place.polygon({ outer: limit, holes: [] })),
    area('water', 'Havet, Vallgraven och Speglosjön', water),
    ...DISTRICTS.map(({ id, name, residents, visitors }) => {
      const planar = place.multiPolygon(town.districts.shapes.get(id)!)
      return area('district', name, planar, {
        residents,
        visitors,
        exposureSource: EXPOSURE,
      })
    }),
    ...town.outlines
      .filter(({ kind }) => kind !== 'wood')
      .map(({ name, ring }) =>
        area('place', name, place.polygon({ outer: COLLABORATIONS.get(name) ?? ring, holes: [] })),
      ),
    ...town.statisticalAreas.map(({ name, shapes, residents, visitors }) =>
      area('base', name, place.multiPolygon(shapes), { residents, visitors, exposureSource: EXPOSURE }),
    ),
  ]
}

const NO_PEOPLE = { residents: null, visitors: null, exposureSource: null } as const

function area(
  kind: AreaProperties['kind'],
  name: string,
  planar: Polygon | MultiPolygon,
  people: Pick<AreaProperties, 'residents' | 'visitors' | 'exposureSource'> = NO_PEOPLE,
): NewArea {
  return {
    planar,
    properties: { kind, name, validFrom: PERIOD.from, validTo: null, derived: false, ...people },
  }
}
