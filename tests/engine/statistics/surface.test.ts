import { booleanPointInPolygon, hexGrid, point } from '@turf/turf'
import fc from 'fast-check'
import type { Feature, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { binIncidents } from '../../../server/engine/lattice/bin-incidents.ts'
import { compileFilter } from '../../../server/engine/snapshot/compile-filter.ts'
import { largestAtOnePosition } from '../../../server/engine/statistics/dominance.ts'
import { cellAt, cellCentre, denseIndex } from '../../../server/engine/lattice/lattice.ts'
import { computeSurface } from '../../../server/engine/statistics/surface.ts'
import { CELL_CLASSES, type CellPopulation } from '../../../server/engine/statistics/surface-types.ts'
import { hexCity, surfaceOfCounts } from '../../support/cities/hex-city.ts'
import { makeFilter, makeSegment, STOCKHOLM, type TestRow } from '../../support/cities/make-columns.ts'

const city = hexCity(20, 20)
const [WEST, SOUTH] = cellCentre({ i: city.i0, j: city.j0 }, city.edgeMetres)
const plain = compileFilter(makeFilter(), { zone: STOCKHOLM, sourceIds: ['a'] })

/** Positions in the city and a little beyond, few enough to repeat. */
const rows = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 70 }).map((step) => WEST - 400 + 97 * step),
    y: fc.integer({ min: 0, max: 80 }).map((step) => SOUTH - 400 + 89 * step),
    weight: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 120 },
)

/** Counts by cell the slow way. */
function byCell(points: readonly TestRow[]): Map<number, TestRow[]> {
  const cells = new Map<number, TestRow[]>()
  for (const row of points) {
    const { i, j } = cellAt(row.x!, row.y!, city.edgeMetres)
    const at = denseIndex(city, i, j)
    if (at >= 0) cells.set(at, [...(cells.get(at) ?? []), row])
  }
  return cells
}

describe('a surface', () => {
  it('counts every incident in its cell or as outside', () => {
    fc.assert(
      fc.property(rows, (points) => {
        const { cells, totals } = computeSurface([makeSegment(points)], plain, city, 'area')
        const known = byCell(points)
        for (let k = 0; k < cells.length; k++) {
          const sum = (known.get(k) ?? []).reduce((total, { weight }) => total + weight!, 0)
          expect(cells.count[k]).toBe(sum)
        }
        const all = points.reduce((total, { weight }) => total + weight, 0)
        expect(totals.incidents + totals.outside).toBe(all)
      }),
    )
  })

  it('gives dominance as the share of the commonest position', () => {
    fc.assert(
      fc.property(rows, (points) => {
        const { cells } = computeSurface([makeSegment(points)], plain, city, 'area')
        const known = byCell(points)
        for (let k = 0; k < cells.length; k++) {
          const positions = new Map<string, number>()
          for (const { x, y, weight } of known.get(k) ?? [])
            positions.set(`${x} ${y}`, (positions.get(`${x} ${y}`) ?? 0) + weight!)
          const share = positions.size === 0 ? Number.NaN : Math.max(...positions.values()) / cells.count[k]!
          expect(cells.dominance[k]).toBe(share)
        }
      }),
    )
  })

  it('is the same for rows in any order and in any number of segments', () => {
    fc.assert(
      fc.property(rows, fc.nat(120), (points, cut) => {
        const timed = points.map((row, k) => ({ ...row, from: 13 * k, to: 13 * k + 1 + 7 * k }))
        const filter = compileFilter(
          makeFilter({ fromMinute: 100, toMinute: 900 }),
          { zone: STOCKHOLM, sourceIds: ['a'] },
          'aoristic',
        )
        const whole = computeSurface([makeSegment(timed)], filter, city, 'area')
        const parts = [makeSegment(timed.slice(cut).toReversed()), makeSegment(timed.slice(0, cut))]
        expect(computeSurface(parts, filter, city, 'area')).toEqual(whole)
      }),
    )
  })

  it('has expected counts that sum to the observed ones', () => {
    const { cells, totals } = surfaceOfCounts(city, new Int32Array(400).fill(2))
    for (let k = 0; k < cells.length; k++) {
      expect(cells.ratio[k]).toBeCloseTo(1, 12)
      expect(CELL_CLASSES[cells.classCode[k]!]).toBe('even')
    }
    expect(totals).toMatchObject({ incidents: 800, mean: 2, sd: 0, cells: 400, alpha: 0.05 })
    expect(cells.z.every(Number.isNaN)).toBe(true)
  })

  it('gives border cells the smaller expectation of their smaller neighbourhood', () => {
    const { cells } = surfaceOfCounts(city, new Int32Array(400).fill(1))
    const inner = denseIndex(city, city.i0 + 10, city.j0 + 10)
    expect(cells.expected[inner]).toBeCloseTo(7, 12)
    expect(cells.sum[inner]).toBe(7)
    expect(cells.expected[0]).toBeCloseTo(cells.sum[0]!, 12)
    expect(cells.sum[0]).toBeLessThan(7)
  })

  it('classes a lone event as few, whatever its z', () => {
    const counts = new Int32Array(400)
    counts[210] = 1
    const { cells } = surfaceOfCounts(city, counts)
    expect(cells.z[210]).toBeGreaterThan(5)
    expect(cells.classCode.every((code) => CELL_CLASSES[code] === 'few')).toBe(true)
  })

  it('names classes by the lower and upper bounds of the ratio', () => {
    const counts = new Int32Array(400).fill(20)
    counts[210] = 2000
    const { cells } = surfaceOfCounts(city, counts)
    expect(CELL_CLASSES[cells.classCode[210]!]).toBe('high4')
    expect(cells.low[210]).toBeGreaterThanOrEqual(4)
    const quiet = new Int32Array(400).fill(20)
    quiet.fill(2, 200, 280)
    const cold = surfaceOfCounts(city, quiet).cells
    expect(CELL_CLASSES[cold.classCode[denseIndex(city, city.i0 + 12, city.j0 + 10)]!]).toBe('below2')
  })

  it('leaves cells that are not in the population out of every sum', () => {
    const landArea = city.landArea.slice()
    landArea[210] = 0
    const gap: CellPopulation = { ...city, landArea, cells: 399 }
    const { cells, totals } = surfaceOfCounts(gap, new Int32Array(400).fill(1))
    expect(cells.length).toBe(399)
    expect(totals).toMatchObject({ incidents: 399, outside: 1 })
    expect(Math.min(...cells.ratio)).toBeCloseTo(1, 12)
  })

  it('gives a rate by residents, and none where too few live', () => {
    const residents = new Float64Array(400).fill(10)
    residents.fill(2, 0, 100)
    const { cells } = computeSurface(
      [makeSegment([{ x: WEST + 3000, y: SOUTH + 3400, weight: 300 }])],
      plain,
      { ...city, residents },
      'residents',
    )
    const total = 300 * 10 + 100 * 2
    const inner = denseIndex(city, city.i0 + 10, city.j0 + 10)
    expect(cells.expected[inner]).toBeCloseTo((300 * 70) / total, 9)
    expect(cells.ratio[0]).toBeNaN()
    expect(CELL_CLASSES[cells.classCode[0]!]).toBe('few')
  })

  it('gives no ratio by visitors where they are unknown', () => {
    const { cells } = computeSurface([makeSegment([{ x: WEST, y: SOUTH }])], plain, city, 'visitors')
    expect(cells.ratio.every(Number.isNaN)).toBe(true)
  })

  it('is empty but complete for a city without cells', () => {
    const nowhere: CellPopulation = { ...city, columns: 0, rows: 0, landArea: new Float64Array(0), cells: 0 }
    const { cells, totals } = computeSurface([makeSegment([{}])], plain, nowhere, 'area')
    expect(cells.length).toBe(0)
    expect(totals).toMatchObject({ incidents: 0, outside: 1, mean: 0, sd: 0 })
  })
})

describe('the table of positions', () => {
  it('holds a cell of many positions and a cell of one', () => {
    const spread = Array.from({ length: 5000 }, (_, k) => ({
      x: WEST + 3000 + (k % 71),
      y: SOUTH + 3400 + Math.floor(k / 71),
    }))
    const heap = Array.from({ length: 700 }, () => ({ x: WEST, y: SOUTH }))
    const binned = binIncidents([makeSegment([...spread, ...heap, spread[0]!])], plain, city)
    const largest = largestAtOnePosition(binned)
    const { i, j } = cellAt(spread[0]!.x, spread[0]!.y, city.edgeMetres)
    expect(largest[denseIndex(city, i, j)]).toBe(2)
    expect(largest[0]).toBe(700)
  })
})

describe('counts beside Turf', () => {
  /** At the equator a degree is a plane unit to Turf; one of them stands for 100 km here. */
  const DEGREE = 100_000
  const hexagons = hexGrid([-0.02, -0.02, 0.02, 0.02], city.edgeMetres / DEGREE, {
    units: 'degrees',
  }).features
  const [originX, originY] = middleOf(hexagons[0]!)
  const place = { i: city.i0 + 2, j: city.j0 + 4 }
  const [atX, atY] = cellCentre(place, city.edgeMetres)
  const toDegrees = (x: number, y: number) =>
    point([(x - atX) / DEGREE + originX, (y - atY) / DEGREE + originY])

  it('equal those of hexGrid and point-in-polygon on a patch laid on the same lattice', () => {
    let compared = 0
    const positions = fc.tuple(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 0, max: 400_000 }))
    fc.assert(
      fc.property(fc.array(positions, { minLength: 40, maxLength: 60 }), (steps) => {
        const points = steps.map(([x, y]) => ({
          x: (Math.round(atX * 100) + x) / 100,
          y: (Math.round(atY * 100) + y) / 100,
        }))
        const { cells } = computeSurface([makeSegment(points)], plain, city, 'area')
        for (const hexagon of hexagons) {
          const [lon, lat] = middleOf(hexagon)
          const { i, j } = cellAt(
            (lon - originX) * DEGREE + atX,
            (lat - originY) * DEGREE + atY,
            city.edgeMetres,
          )
          const known = points.filter(({ x, y }) => booleanPointInPolygon(toDegrees(x, y), hexagon)).length
          expect(cells.count[denseIndex(city, i, j)] ?? 0).toBe(known)
          compared += known
        }
      }),
      { numRuns: 15 },
    )
    expect(compared).toBeGreaterThan(100)
  })
})

function middleOf(hexagon: Feature<Polygon>): readonly [number, number] {
  const ring = hexagon.geometry.coordinates[0]!.slice(0, 6)
  const mean = (axis: number) => ring.reduce((sum, corner) => sum + corner[axis]!, 0) / 6
  return [mean(0), mean(1)]
}
