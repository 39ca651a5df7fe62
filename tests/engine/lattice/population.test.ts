import { difference, featureCollection, intersect, polygon } from '@turf/turf'
import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { deriveStudyArea } from '../../../server/engine/lattice/derive-study-area.ts'
import {
  cellArea,
  cellAt,
  cellCentre,
  cellCorners,
  cellOfDense,
  neighboursOf,
} from '../../../server/engine/lattice/lattice.ts'
import { cellPopulation, type PopulationAreas } from '../../../server/engine/lattice/population.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import { makeSegment } from '../../support/cities/make-columns.ts'

const X = 674_000
const Y = 6_580_000

function ring(points: readonly (readonly [number, number])[]): Polygon {
  const closed = [...points, points[0]!].map(([x, y]) => [X + x, Y + y])
  return { type: 'Polygon', coordinates: [closed] }
}
const square = (x: number, y: number, side: number) =>
  ring([
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ])

function areas(parts: Partial<PopulationAreas>): PopulationAreas {
  return { study: [], water: [], exposed: [], digest: 'test', derived: false, ...parts }
}

/** Star-shaped, so simple: corners at given distances round a centre. */
const stars = fc.array(fc.integer({ min: 300, max: 1500 }), { minLength: 3, maxLength: 12 }).map((reaches) =>
  ring(
    reaches.map((reach, k) => {
      const angle = (2 * Math.PI * k) / reaches.length
      return [Math.round(1000 + reach * Math.cos(angle)), Math.round(1000 + reach * Math.sin(angle))] as const
    }),
  ),
)

/** Planar area in m²; Turf's own `area` takes degrees. */
function planarArea(feature: ReturnType<typeof intersect>): number {
  if (feature === null) return 0
  const polygons =
    feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates
  return polygons.flat().reduce((sum, points) => {
    const doubled = points.slice(1).reduce((total, [x, y], k) => {
      const [px, py] = points[k]!
      return total + (px! - X) * (y! - Y) - (x! - X) * (py! - Y)
    }, 0)
    return sum + doubled / 2
  }, 0)
}

describe('the population of cells', () => {
  it('holds every cell with at least 10 % land and no other', () => {
    const population = cellPopulation(
      areas({ study: [square(0, 0, 3000)], water: [square(1000, 1000, 900)] }),
      100,
    )
    const land = population.landArea
    let members = 0
    for (let at = 0; at < land.length; at++) {
      if (land[at] === 0) continue
      members++
      expect(land[at]).toBeGreaterThanOrEqual(0.1 * cellArea(100))
    }
    expect(population.cells).toBe(members)
  })

  it('agrees with Turf on study area minus water, cell by cell', () => {
    fc.assert(
      fc.property(stars, stars, (study, water) => {
        const population = cellPopulation(areas({ study: [study], water: [water] }), 400)
        const land = difference(featureCollection([polygon(study.coordinates), polygon(water.coordinates)]))
        for (let at = 0; at < population.landArea.length; at++) {
          const corners = cellCorners(cellOfDense(population, at), 400).map(([x, y]) => [x, y])
          const hexagon = polygon([[...corners, corners[0]!]])
          const known = land === null ? 0 : planarArea(intersect(featureCollection([land, hexagon])))
          if (known < 0.1 * cellArea(400) - 1) expect(population.landArea[at]).toBe(0)
          else if (known > 0.1 * cellArea(400) + 1)
            expect(Math.abs(population.landArea[at]! - known)).toBeLessThan(1)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('counts land once where study areas or waters overlap', () => {
    const once = cellPopulation(areas({ study: [square(0, 0, 3000)], water: [square(500, 500, 800)] }), 100)
    const twice = cellPopulation(
      areas({
        study: [square(0, 0, 2000), square(1000, 0, 2000), square(0, 1000, 2000), square(1000, 1000, 2000)],
        water: [square(500, 500, 800), square(600, 600, 300)],
      }),
      100,
    )
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value)
    expect(sum(twice.landArea)).toBeCloseTo(sum(once.landArea), 3)
  })

  it('excludes holes from land, whatever the winding of rings', () => {
    const outer = square(0, 0, 3000).coordinates[0]!
    const inner = square(1000, 1000, 1000).coordinates[0]!
    const totals = [outer, outer.toReversed()].flatMap((shell) =>
      [inner, inner.toReversed()].map((hole) => {
        const study: Polygon = { type: 'Polygon', coordinates: [shell, hole] }
        return cellPopulation(areas({ study: [study] }), 100).landArea.reduce((a, b) => a + b)
      }),
    )
    for (const total of totals) expect(total).toBeCloseTo(totals[0]!, 3)
    expect(Math.abs(totals[0]! - 8_000_000)).toBeLessThan(20_000)
  })

  it('gives all cells within the study area one and the same area, to the last bit', () => {
    const { landArea } = cellPopulation(areas({ study: [square(0, 0, 5000)] }), 50)
    expect(landArea.filter((land) => land === cellArea(50)).length).toBeGreaterThan(3500)
    expect(Math.max(...landArea) / cellArea(50)).toBeLessThan(1 + 1e-9)
  })

  it('spreads residents by share of land and keeps their number', () => {
    const population = cellPopulation(
      areas({
        study: [square(0, 0, 4000)],
        water: [square(0, 0, 1000)],
        exposed: [
          { planar: square(0, 0, 2000), residents: 3000, visitors: null },
          { planar: square(2000, 0, 2000), residents: 500, visitors: null },
        ],
      }),
      200,
    )
    expect(population.residents!.reduce((a, b) => a + b)).toBeCloseTo(3500, 6)
    expect(population.visitors).toBeNull()
    population.landArea.forEach((land, at) => {
      if (land === 0) expect(population.residents![at]).toBe(0)
    })
  })

  it('is empty without a study area and refuses one that spans a continent', () => {
    expect(cellPopulation(areas({}), 100).cells).toBe(0)
    expect(() => cellPopulation(areas({ study: [square(0, 0, 900_000)] }), 50)).toThrow(/16000000/)
  })
})

describe('a derived study area', () => {
  const [x, y] = cellCentre({ i: 1124, j: 9498 }, 400)

  it('is the cells of 400 m with two units and the ring round each', () => {
    const derived = deriveStudyArea([
      makeSegment([
        { x, y },
        { x: x + 90, y },
      ]),
    ])!
    const population = cellPopulation(areas({ study: [derived] }), 400)
    expect(population.cells).toBe(7)
    const members = [...population.landArea.keys()].filter((at) => population.landArea[at] !== 0)
    const expected = [{ i: 1124, j: 9498 }, ...neighboursOf({ i: 1124, j: 9498 })]
    expect(members.map((at) => cellOfDense(population, at))).toEqual(expect.arrayContaining(expected))
  })

  it('does not grow by stray geocodes, however many are in one unit', () => {
    const town = [
      { x, y },
      { x: x + 90, y },
    ]
    const strays = [
      { x: x + 9000, y },
      { x, y: y + 9000 },
      { x: x + 1, y: y + 9000 },
    ]
    const derived = deriveStudyArea([makeSegment(town)])
    expect(deriveStudyArea([makeSegment([...town, ...strays])])).toEqual(derived)
    expect(deriveStudyArea([makeSegment(town), makeSegment(strays)])).toEqual(derived)
    expect(deriveStudyArea([makeSegment(town.slice(1)), makeSegment(town.slice(0, 1))])).toEqual(derived)
    expect(deriveStudyArea([makeSegment(strays)])).toBeNull()
  })

  it('is the same wherever in their units the incidents lie', () => {
    const random = seededRandom(4)
    const somewhere = () => [x + 4000 * (random() - 0.5), y + 4000 * (random() - 0.5)] as const
    const units = Array.from({ length: 150 }, () => cellCentre(cellAt(...somewhere(), 50), 50))
    const within = (): readonly { x: number; y: number }[] =>
      units.map(([east, north]) => ({ x: east + 40 * (random() - 0.5), y: north + 40 * (random() - 0.5) }))
    const derived = deriveStudyArea([makeSegment(within())])
    expect(derived).not.toBeNull()
    expect(deriveStudyArea([makeSegment(within())])).toEqual(derived)
  })

  it('uses only the incidents that take part', () => {
    const town = [
      { x, y },
      { x: x + 90, y },
    ]
    const flagged = town.map((row) => ({ x: row.x + 4000, y: row.y, flags: 1 }))
    const isFlagged = (at: number) => (at & 1) === 1
    const segments = [makeSegment([...town, ...flagged])]
    const of = (rows: typeof town) => deriveStudyArea([makeSegment(rows)])
    expect(deriveStudyArea(segments, isFlagged)).toEqual(of(flagged))
    expect(deriveStudyArea(segments, (at) => !isFlagged(at))).toEqual(of(town))
  })

  it('keeps a hole that no incident is near', () => {
    const around = Array.from({ length: 72 }, (_, k) => {
      const angle = (2 * Math.PI * k) / 72
      return { x: x + 3500 * Math.cos(angle), y: y + 3500 * Math.sin(angle) }
    })
    const derived = deriveStudyArea([makeSegment(around)])!
    expect(derived.coordinates).toHaveLength(1)
    expect(derived.coordinates[0]).toHaveLength(2)
  })

  it('leaves out coarse positions and dead rows, and is nothing without incidents', () => {
    const two = [
      { x, y },
      { x: x + 90, y },
    ]
    expect(deriveStudyArea([makeSegment(two.map((row) => ({ ...row, precision: 5 })))])).toBeNull()
    expect(deriveStudyArea([makeSegment(two, [0])])).toBeNull()
    expect(deriveStudyArea([])).toBeNull()
  })
})
