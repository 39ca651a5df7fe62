import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '../../../server/engine/statistics/false-discovery.ts'
import { giOthers, giStar, spreadOf } from '../../../server/engine/statistics/gi-star.ts'
import { twoSidedNormal } from '../../../server/engine/statistics/special/normal.ts'
import { GETIS_ORD_1996 } from '../../fixtures/getis-ord-1996.ts'

type Point = readonly [x: number, y: number]

/** Gi and Gi* of every value, neighbours by distance. */
function localStatistics(points: readonly Point[], values: readonly number[], reach: number) {
  const spread = spreadOf(values)
  return points.map(([x, y], at) => {
    const near = points.flatMap(([px, py], k) => (k !== at && Math.hypot(px - x, py - y) <= reach ? [k] : []))
    const sum = near.reduce((total, k) => total + values[k]!, 0)
    return {
      gi: giOthers(values[at]!, sum, near.length, spread),
      giStar: giStar(sum + values[at]!, near.length + 1, spread),
    }
  })
}

describe('Gi and Gi*', () => {
  const raster = GETIS_ORD_1996.map((_, k): Point => [30 * (k % 16), 30 * Math.floor(k / 16)])
  const cell = 119

  it.each([
    [30, 1.221979],
    [60, 1.748098],
    [90, 1.986135],
    [120, 1.893374],
    [150, 1.237454],
  ])('gives the published Gi at distance %d: %d', (reach, known) => {
    expect(localStatistics(raster, GETIS_ORD_1996, reach)[cell]!.gi).toBeCloseTo(known, 6)
  })

  it.each([
    [30, 1.45078],
    [60, 1.900558882867304],
    [90, 2.096938746467759],
    [120, 1.9819068519545981],
    [150, 1.3066984441781346],
  ])('gives the Gi* at distance %d: %d', (reach, known) => {
    expect(localStatistics(raster, GETIS_ORD_1996, reach)[cell]!.giStar).toBeCloseTo(known, 5)
  })

  it('gives the six points of esda', () => {
    const points: Point[] = [
      [10, 10],
      [20, 10],
      [40, 10],
      [15, 20],
      [30, 20],
      [30, 30],
    ]
    const found = localStatistics(points, [2, 3, 3.2, 5, 8, 7], 15)
    const star = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]
    const others = [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941]
    found.forEach((value, k) => {
      expect(value.giStar).toBeCloseTo(star[k]!, 7)
      expect(value.gi).toBeCloseTo(others[k]!, 7)
    })
  })

  it.each([
    [37, 2.070196678],
    [10_000, 37.783216229],
  ])('gives a lone event among %d cells z = %d, which is why z is not used for classes', (n, known) => {
    const values = new Float64Array(n)
    values[3] = 1
    const z = giStar(1, 7, spreadOf(values))
    expect(z).toBeCloseTo(known, 7)
    expect(twoSidedNormal(z)).toBeLessThan(0.05)
  })

  it('has no value where all values are equal or the neighbourhood is everything', () => {
    expect(giStar(7, 7, spreadOf(new Float64Array(50).fill(1)))).toBeNaN()
    expect(giStar(3, 3, spreadOf([0, 1, 2]))).toBeNaN()
    expect(giStar(0, 1, spreadOf([]))).toBeNaN()
  })
})

describe('the false discovery rate', () => {
  const p = Float64Array.of(
    0.0001,
    0.0004,
    0.0019,
    0.0095,
    0.0201,
    0.0278,
    0.0298,
    0.0344,
    0.0459,
    0.324,
    0.4262,
    0.5719,
    0.6528,
    0.759,
    1,
  )
  const adjusted = [
    0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571, 0.0638571, 0.0645, 0.0765, 0.486, 0.5811818, 0.714875,
    0.7532308, 0.8132143, 1,
  ]

  it('gives the adjusted values of Benjamini & Hochberg (1995), four of which are below 0.05', () => {
    const q = benjaminiHochberg(p)
    q.forEach((value, k) => expect(value).toBeCloseTo(adjusted[k]!, 7))
    expect(q.filter((value) => value <= 0.05)).toHaveLength(4)
    expect(p.filter((value) => value <= 0.05 / 15)).toHaveLength(3)
  })

  it('keeps the order of the tests and gives equal p one q', () => {
    const q = benjaminiHochberg(Float64Array.of(0.5, 0.01, 0.5, 0.01))
    expect([...q]).toEqual([0.5, 0.02, 0.5, 0.02])
  })

  it('gives an empty result for no tests', () => {
    expect(benjaminiHochberg(new Float64Array(0))).toHaveLength(0)
  })
})
