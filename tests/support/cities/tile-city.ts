import type { Polygon, Position } from 'geojson'
import { type Random, seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'
import type { LayerContents } from '../../../server/engine/snapshot/features.ts'

/** The middle of the city, metres in EPSG:3006. */
export const MIDDLE = { x: 674_350, y: 6_581_090, lon: 18.065, lat: 59.3325 }
const HALF_METRES = 3000
const DISTRICTS = 4

/** A small made-up city: incidents in clusters, and every layer with shapes that are awkward to cut. */
export interface TileCity {
  readonly rows: readonly Partial<IncidentContent>[]
  readonly layers: Partial<LayerContents>
}

/** @param incidents number of incidents */
export function tileCity(seed: number, incidents = 3000): TileCity {
  const random = seededRandom(seed)
  return {
    rows: Array.from({ length: incidents }, (_, number) => incident(number, random)),
    layers: {
      areas: [studyArea(), ...districts(random)],
      cameras: cameras(random),
      'patrol-zones': [patrolZone(1, ringWithHole()), patrolZone(2, spiral())],
      'focus-areas': [focusArea()],
      proposals: [proposal()],
      context: context(random),
    },
  }
}

const near = (random: Random, spread: number) => (random() + random() + random() - 1.5) * spread

function incident(number: number, random: Random): Partial<IncidentContent> {
  const cluster = number % 3 === 0 ? 400 : 3500
  const fromMinute = 28_401_120 + Math.floor(random() * 500_000)
  return {
    xCm: Math.round((MIDDLE.x + near(random, cluster)) * 100),
    yCm: Math.round((MIDDLE.y + near(random, cluster)) * 100),
    fromMinute,
    toMinute: fromMinute,
    categoryIndex: Math.floor(random() * 17),
    precisionCode: number % 10 === 0 ? 2 + (number % 4) : number % 2,
    weight: 1 + (number % 50 === 0 ? 3 : 0),
  }
}

const polygon = (...rings: Position[][]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => [...ring, ring[0]!]),
})

function square(x: number, y: number, half: number): Position[] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}

const STEPS = 40

/** A line from a to b, without b, with bends; equal for equal seeds. */
function ragged(a: Position, b: Position, seed: number): Position[] {
  const random = seededRandom(seed)
  const [dx, dy] = [(b[0]! - a[0]!) / STEPS, (b[1]! - a[1]!) / STEPS]
  return Array.from({ length: STEPS }, (_, step) => {
    const room = Math.min(1, step / 5, (STEPS - step) / 5)
    const bend = room * (random() - 0.5)
    const point = [a[0]! + dx * step - dy * bend, a[1]! + dy * step + dx * bend]
    return point.map((metres) => Math.round(metres * 100) / 100)
  })
}

const areaProperties = (kind: 'study' | 'district', name: string) => ({
  kind,
  name,
  validFrom: null,
  validTo: null,
  residents: kind === 'district' ? 5000 : null,
  visitors: null,
  exposureSource: null,
  derived: false,
})

function studyArea() {
  const planar = polygon(square(MIDDLE.x, MIDDLE.y, HALF_METRES))
  return { id: 1, revision: 1, planar, properties: areaProperties('study', 'Staden') }
}

/** Districts side by side whose ragged borders are the very same points, run through in either direction. */
function districts(random: Random) {
  const seeds = Array.from({ length: 100 }, () => Math.floor(random() * 1e9))
  const corner = (column: number, row: number): Position => [
    MIDDLE.x - HALF_METRES + (2 * HALF_METRES * column) / DISTRICTS,
    MIDDLE.y - HALF_METRES + (2 * HALF_METRES * row) / DISTRICTS,
  ]
  const along = (column: number, row: number) =>
    ragged(corner(column, row), corner(column + 1, row), seeds[column * 10 + row]!)
  const up = (column: number, row: number) =>
    ragged(corner(column, row), corner(column, row + 1), seeds[50 + column * 10 + row]!)
  const back = (line: Position[], end: Position) => [end, ...line.toReversed().slice(0, -1)]
  return Array.from({ length: DISTRICTS ** 2 }, (_, number) => {
    const [column, row] = [number % DISTRICTS, Math.floor(number / DISTRICTS)]
    const ring = [
      ...along(column, row),
      ...up(column + 1, row),
      ...back(along(column, row + 1), corner(column + 1, row + 1)),
      ...back(up(column, row), corner(column, row + 1)),
    ]
    const properties = areaProperties('district', `Stadsdel ${number + 1}`)
    return { id: 10 + number, revision: 1, planar: polygon(ring), properties }
  })
}

function cameras(random: Random) {
  return Array.from({ length: 40 }, (_, number) => ({
    id: number + 1,
    revision: 1,
    planar: {
      type: 'Point' as const,
      coordinates: [Math.round(MIDDLE.x + near(random, 2000)), Math.round(MIDDLE.y + near(random, 2000))],
    },
    properties: {
      name: `Kamera ${number + 1}`,
      operator: 'Staden',
      purpose: 'Trygghet',
      contact: null,
      directionDegrees: number % 5 === 0 ? null : number * 9,
      viewDegrees: number % 5 === 0 ? null : 60 + number,
      rangeMetres: number % 7 === 0 ? null : 30 + number,
      status: number % 4 === 0 ? ('planned' as const) : ('active' as const),
      hours: null,
      retentionDays: null,
      legalBasis: null,
      balancingReference: null,
      balancingSummary: null,
    },
  }))
}

function patrolZone(id: number, planar: Polygon) {
  const properties = {
    name: `Zon ${id}`,
    permit: `A${id}`,
    purpose: 'Ordning',
    validFrom: '2024-01-01',
    validTo: null,
    schedule: [],
  }
  return { id, revision: 1, planar, properties }
}

const ringWithHole = () =>
  polygon(square(MIDDLE.x, MIDDLE.y, 800), square(MIDDLE.x + 100, MIDDLE.y, 300).toReversed())

/** A band that winds round itself: cut to a tile it falls into many pieces. */
function spiral(): Polygon {
  const outer: Position[] = []
  const inner: Position[] = []
  for (let step = 0; step <= 200; step++) {
    const angle = step / 8
    const radius = 100 + step * 8
    outer.push([MIDDLE.x + Math.cos(angle) * (radius + 30), MIDDLE.y + Math.sin(angle) * (radius + 30)])
    inner.push([MIDDLE.x + Math.cos(angle) * radius, MIDDLE.y + Math.sin(angle) * radius])
  }
  return polygon([...outer, ...inner.toReversed()])
}

function focusArea() {
  const properties = {
    name: 'Ytterstaden',
    owner: 'Stadsbyggnadsnämnden',
    programmeFrom: '2024-01-01',
    programmeTo: null,
    budgetSek: 10_000_000,
    plannedInvestments: null,
  }
  const planar = {
    type: 'MultiPolygon' as const,
    coordinates: [
      polygon(square(MIDDLE.x - 1500, MIDDLE.y, 400)).coordinates,
      polygon(square(MIDDLE.x + 1500, MIDDLE.y, 5)).coordinates,
    ],
  }
  return { id: 1, revision: 1, planar, properties }
}

function proposal() {
  const planar = polygon(square(MIDDLE.x + 120, MIDDLE.y + 80, 60))
  return {
    id: 1,
    revision: 1,
    createdBy: null,
    planar,
    properties: { title: 'Ny galleria', description: null, caseNumber: null },
  }
}

function context(random: Random): LayerContents['context'] {
  const streets = Array.from({ length: 20 }, (_, number) => ({
    id: number + 1,
    kind: 'street' as const,
    name: `Gata ${number}`,
    rank: 1 + (number % 5),
    planar: {
      type: 'LineString' as const,
      coordinates: ragged(
        [MIDDLE.x - 2500 + number * 240, MIDDLE.y - 2500],
        [MIDDLE.x + 2500 - number * 200, MIDDLE.y + 2500],
        number + Math.floor(random() * 1e6),
      ),
    },
  }))
  const land = { id: 30, kind: 'land' as const, name: null, rank: 1, planar: spiral() }
  const label = {
    id: 31,
    kind: 'place_name' as const,
    name: 'Torget',
    rank: 2,
    planar: { type: 'Point' as const, coordinates: [MIDDLE.x, MIDDLE.y] },
  }
  return [...streets, land, label]
}
