import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { sharedDemoCity } from '../support/cities/demo-city.ts'
import { inShape, isSimple, pointInside, shapeArea } from '../../server/demo/geometry/ring.ts'
import { distance, lineLength, type Vec } from '../../server/demo/geometry/vector.ts'
import { PREMISES_KINDS } from '../../server/engine/snapshot/features.ts'
import { createRandom } from '../../server/demo/random.ts'

const city = sharedDemoCity(1)
const { town } = city

type Nested = number | readonly Nested[]

/** Pairs of numbers however deep they lie. */
function positionsOf(coordinates: Nested): Position[] {
  if (typeof coordinates === 'number') return []
  const [x, y] = coordinates
  return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : coordinates.flatMap(positionsOf)
}

const everything = [
  ...city.context,
  ...city.areas,
  ...city.cameras,
  ...city.patrolZones,
  ...city.focusAreas,
  ...city.proposals,
].map(({ planar }) => planar)

describe('the town', () => {
  it('lies on the 1 cm grid, every coordinate of it', () => {
    const off = everything
      .flatMap((planar) => ('coordinates' in planar ? positionsOf(planar.coordinates) : []))
      .filter(([x, y]) => Math.round(x! * 100) / 100 !== x || Math.round(y! * 100) / 100 !== y)
    expect(off).toEqual([])
  })

  it('has rings that do not cross themselves', () => {
    const rings = everything.flatMap((planar) => {
      if (planar.type === 'Polygon') return planar.coordinates
      return planar.type === 'MultiPolygon' ? planar.coordinates.flat() : []
    })
    const crossed = rings.filter((ring) => !isSimple(ring.slice(0, -1).map(([x, y]): Vec => [x!, y!])))
    expect(crossed.length).toBe(0)
    expect(rings.length).toBeGreaterThan(8000)
  })

  it('stays light: fewer than 15,000 context features, few of them drawn from afar', () => {
    expect(city.context.length).toBeLessThan(15_000)
    expect(city.context.filter(({ rank }) => rank <= 2).length).toBeLessThan(150)
  })

  it('covers the land with districts, once', () => {
    const land = town.land.shapes.reduce((sum, shape) => sum + shapeArea(shape), 0)
    const districts = [...town.districts.areaM2.values()].reduce((sum, area) => sum + area, 0)
    expect(Math.abs(districts - land)).toBeLessThan(land * 1e-5)

    const random = createRandom('anywhere')
    const shapes = [...town.districts.shapes.values()].flat()
    for (let k = 0; k < 3000; k++) {
      const p: Vec = [random.between(-4000, 4000), random.between(-3300, 3300)]
      const covering = shapes.filter((shape) => inShape(p, shape)).length
      expect(covering).toBe(town.land.isLand(p) ? 1 : 0)
    }
  })

  it('has thousands of houses, all on land', () => {
    const wet = town.houses.filter(({ shape }) => !shape.outer.every((corner) => town.land.isLand(corner)))
    expect(wet).toEqual([])
    expect(town.houses.length).toBeGreaterThan(6000)
  })

  it('has parks, squares and woods on land', () => {
    const wet = town.outlines.filter(({ ring }) => !ring.every((corner) => town.land.isLand(corner)))
    expect(wet.map(({ name }) => name)).toEqual([])
  })

  it('has a street network that is nearly connected', () => {
    const group = new Map<number, number>()
    const rootOf = (node: number): number => {
      const parent = group.get(node) ?? node
      return parent === node ? node : rootOf(parent)
    }
    const streets = town.ways.filter(({ wayClass }) => wayClass !== 'rail')
    for (const { edges } of streets) for (const { a, b } of edges) group.set(rootOf(a), rootOf(b))
    const lengths = new Map<number, number>()
    for (const { edges, points } of streets) {
      const root = rootOf(edges[0]!.a)
      lengths.set(root, (lengths.get(root) ?? 0) + lineLength(points))
    }
    const total = [...lengths.values()].reduce((sum, metres) => sum + metres, 0)
    expect(Math.max(...lengths.values()) / total).toBeGreaterThan(0.99)
    expect(total).toBeGreaterThan(100_000)
  })

  it('has unique names of districts, squares and streets', () => {
    const names = [...town.outlines.map(({ name }) => name), ...new Set(town.ways.map(({ name }) => name))]
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('Kandelabergatan')
  })

  it('has every planted spot, camera and proposal on land', () => {
    for (const { at } of city.planted) expect(town.land.isLand(at)).toBe(true)
    const inland = (position: Position) =>
      town.land.isLand([position[0]! - 802_000, position[1]! - 6_507_000])
    for (const { planar } of city.cameras) expect(inland(planar.coordinates)).toBe(true)
    for (const { planar } of city.proposals) expect(positionsOf(planar.coordinates).every(inland)).toBe(true)
  })

  it('has premises of every kind that is sheltered, on land and away from what was planted', () => {
    const premises = city.context.flatMap(({ kind, planar }) =>
      (PREMISES_KINDS as readonly string[]).includes(kind) && planar.type === 'Point'
        ? [{ kind, at: [planar.coordinates[0]! - 802_000, planar.coordinates[1]! - 6_507_000] as Vec }]
        : [],
    )
    expect(new Set(premises.map(({ kind }) => kind))).toEqual(new Set(PREMISES_KINDS))
    for (const { at } of premises) expect(town.land.isLand(at)).toBe(true)
    const later = premises.filter(({ kind }) => !['school', 'care_home'].includes(kind))
    for (const { at } of later) {
      expect(Math.min(...city.planted.map((spot) => distance(spot.at, at)))).toBeGreaterThan(150)
    }
  })

  it('has one proposal at a hotspot, one in a quiet place and one by the water', () => {
    const [station, quiet, quay] = city.proposals.map(({ planar }) => {
      const outer = positionsOf(planar.coordinates).map(([x, y]): Vec => [x! - 802_000, y! - 6_507_000])
      return pointInside({ outer, holes: [] })
    })
    const nearestSpot = (p: Vec) => Math.min(...city.planted.map(({ at }) => distance(at, p)))
    expect(nearestSpot(station!)).toBeLessThan(100)
    expect(nearestSpot(quiet!)).toBeGreaterThan(700)
    expect(nearestSpot(quay!)).toBeLessThan(250)
  })
})
