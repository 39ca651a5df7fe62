import type { ContextFeature, ContextKind } from '../../../engine/snapshot/features.ts'
import { pointsAlong, splineThrough } from '../../geometry/curve.ts'
import type { Placement } from '../../geometry/place.ts'
import { pointInside } from '../../geometry/ring.ts'
import { add, direction, leftOf, scale, type Vec } from '../../geometry/vector.ts'
import { DISTRICTS } from '../../plan/districts.ts'
import {
  CARE_HOMES,
  CLINICS,
  CONGREGATIONS,
  ISLAND_NAMES,
  type NamedPoint,
  SCHOOLS,
  SHELTERS,
  STATIONS,
  WALKS,
  WATER_NAMES,
} from '../../plan/landmarks.ts'
import { WAYS } from '../../plan/roads.ts'
import type { NamedOutline, Town } from '../town.ts'
import type { Way } from '../ways.ts'
import { stationTracks } from './station-tracks.ts'

type Context = Omit<ContextFeature, 'id'>

/** Metres between lamps. */
const LAMP_STEP_METRES = 55

/** Everything that is drawn below the data, the most important first. */
export function contextFeatures(town: Town, place: Placement): readonly Context[] {
  return [
    ...town.land.shapes.map((shape): Context => context('land', null, 1, place.polygon(shape))),
    ...town.outlines.map((outline) => outlineFeature(outline, place)),
    ...town.ways.map((way) => wayFeature(way, place)),
    ...stationTracks().map((track) => context('rail', null, 4, place.line(track))),
    ...WALKS.map(({ name, through }) => context('path', name, 3, place.line(splineThrough(through, 30)))),
    ...town.houses.map(({ shape }) => context('building', null, 4, place.polygon(shape))),
    ...points('station', STATIONS, 2, place),
    ...points('school', SCHOOLS, 4, place),
    ...points('care_home', CARE_HOMES, 4, place),
    ...points('clinic', CLINICS, 4, place),
    ...points('congregation', CONGREGATIONS, 4, place),
    ...points('shelter', SHELTERS, 5, place),
    ...placeNames(town, place),
    ...town.ways.flatMap((way) => lampsAlong(way)).map((at) => context('lamp', null, 5, place.point(at))),
  ]
}

const context = (
  kind: ContextKind,
  name: string | null,
  rank: number,
  planar: Context['planar'],
): Context => ({
  kind,
  name,
  rank,
  planar,
})

const points = (kind: ContextKind, list: readonly NamedPoint[], rank: number, place: Placement): Context[] =>
  list.map(({ name, at }) => context(kind, name, rank, place.point(at)))

function outlineFeature({ kind, name, ring }: NamedOutline, place: Placement): Context {
  const planar = place.polygon({ outer: ring, holes: [] })
  return context(kind === 'square' ? 'square' : 'park', name, kind === 'wood' ? 1 : 3, planar)
}

const wayFeature = ({ name, wayClass, points: line }: Way, place: Placement): Context =>
  context(wayClass === 'rail' ? 'rail' : 'street', name, WAYS[wayClass].rank, place.line(line))

function placeNames({ outlines }: Town, place: Placement): Context[] {
  return [
    ...points('place_name', [{ name: 'Exempelstad', at: [380, -120] }], 1, place),
    ...DISTRICTS.map(({ name, label }) => context('place_name', name, 2, place.point(label))),
    ...points('place_name', ISLAND_NAMES, 3, place),
    ...points('place_name', WATER_NAMES, 3, place),
    ...outlines.map(({ name, ring, kind }) =>
      context(
        'place_name',
        name,
        kind === 'wood' ? 3 : 4,
        place.point(pointInside({ outer: ring, holes: [] })),
      ),
    ),
  ]
}

/** Lamps stand at the kerb, left and right in turn; lanes and the railway have none. */
function lampsAlong({ wayClass, points: line }: Way): Vec[] {
  if (wayClass === 'rail' || wayClass === 'lane') return []
  return pointsAlong(line, LAMP_STEP_METRES, LAMP_STEP_METRES / 2).map(({ at, from, to }, k) => {
    const aside = scale(leftOf(direction(from, to)), WAYS[wayClass].halfWidth * (k % 2 === 0 ? 0.6 : -0.6))
    return add(at, aside)
  })
}
