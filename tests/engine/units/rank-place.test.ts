import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOfDense, denseIndex } from '../../../server/engine/lattice/lattice.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import type { Cell, CellPopulation } from '../../../server/engine/statistics/surface-types.ts'
import { wilsonInterval } from '../../../server/engine/statistics/wilson-interval.ts'
import { rankPlace } from '../../../server/engine/units/rank-place.ts'
import { grown, I0, inOrder, J0, key, moved, population, turned } from '../../support/placements.ts'

interface City {
  readonly population: CellPopulation
  readonly comparable: Float64Array
  readonly figures: readonly Float64Array[]
}

/** Every placement by trying each cell for the first of each rotation, counted with sets. */
function bruteForce(site: readonly Cell[], { population: city, comparable, figures }: City) {
  const at = ({ i, j }: Cell) => denseIndex(city, i, j)
  const isIn = (cell: Cell) => at(cell) >= 0 && city.landArea[at(cell)] !== 0
  const sum = (cells: readonly Cell[], values: Float64Array) =>
    cells.filter(isIn).reduce((total, cell) => total + values[at(cell)]!, 0)
  const own = site.filter(isIn)
  const [none, here] = [1, sum(own, comparable)]
  const seen = new Set<string>()
  const taken = new Set<string>()
  const result = { placements: 0, disjoint: 0, more: figures.map(() => 0), equal: figures.map(() => 0) }
  const reach = 2 * own.length
  let rotation: readonly Cell[] = own
  for (let turn = 0; turn < 6; turn++, rotation = turned(rotation)) {
    rotation = inOrder(rotation)
    for (let i = I0 - reach; i < I0 + city.columns + reach; i++) {
      for (let j = J0 - reach; j < J0 + city.rows + reach; j++) {
        const place = inOrder(moved(rotation, { i, j }))
        const name = place.map(key).join(' ')
        if (place.filter(isIn).length < 0.95 * place.length || seen.has(name)) continue
        seen.add(name)
        const there = sum(place, comparable)
        if (Math.max(there, none) * 2 < Math.max(here, none) || there > 2 * Math.max(here, none)) continue
        if (place.some((cell) => site.some((other) => key(other) === key(cell)))) continue
        result.placements++
        figures.forEach((values, k) => {
          if (sum(place, values) > sum(own, values)) result.more[k]!++
          else if (sum(place, values) === sum(own, values)) result.equal[k]!++
        })
        if (place.some((cell) => taken.has(key(cell)))) continue
        result.disjoint++
        for (const cell of place) taken.add(key(cell))
      }
    }
  }
  return result
}

const NO_AREA = { areaM2: 20_000 }

describe('the rank of a place', () => {
  it('counts exactly the placements found by trying all, and the same disjoint ones', () => {
    const cities = fc.record({
      columns: fc.integer({ min: 12, max: 20 }),
      rows: fc.integer({ min: 12, max: 20 }),
      water: fc.integer({ min: 0, max: 60 }),
      seed: fc.nat(1000),
      cells: fc.constantFrom(1, 2, 3, 3, 4, 7, 21),
      start: fc.tuple(fc.integer({ min: -1, max: 14 }), fc.integer({ min: -1, max: 14 })),
    })
    let ranked = 0
    fc.assert(
      fc.property(cities, ({ columns, rows, water, seed, cells, start }) => {
        const random = seededRandom(seed)
        const city = {
          population: population(columns, rows, () => random() * 1000 >= water),
          comparable: Float64Array.from({ length: columns * rows }, () => Math.floor(random() * 9) / 8),
          figures: [0, 1].map(() =>
            Float64Array.from({ length: columns * rows }, () => Math.floor(random() * 4)),
          ),
        }
        const site = grown(cells, seed, { i: I0 + start[0], j: J0 + start[1] })
        const response = rankPlace({ ...NO_AREA, site }, city)
        if (!('placements' in response)) {
          const lands = ({ i, j }: Cell) =>
            (city.population.landArea[denseIndex(city.population, i, j)] ?? 0) > 0
          expect(site.some(lands)).toBe(false)
          return
        }
        const known = bruteForce(site, city)
        expect(response).toMatchObject({ placements: known.placements, disjoint: known.disjoint })
        expect(response.kind).toBe(known.disjoint < 30 ? 'too-few' : 'ranked')
        if (response.kind !== 'ranked') return
        ranked++
        expect(response.ranks.map(({ more }) => more)).toEqual(known.more)
        expect(response.ranks.map(({ equal }) => equal)).toEqual(known.equal)
      }),
      { numRuns: 25 },
    )
    expect(ranked).toBeGreaterThan(5)
  })

  const size = 30
  const flat = new Float64Array(size * size).fill(3)
  const city: City = {
    population: population(size, size, () => true),
    comparable: flat,
    figures: [Float64Array.from({ length: size * size }, (_, at) => (at * 7) % 13)],
  }
  const site = grown(5, 3, { i: I0 + 15, j: J0 + 15 })

  it('is the share that has more, ties counted half, with Wilson’s interval at the number of disjoint places', () => {
    const response = rankPlace({ ...NO_AREA, site }, city)
    if (response.kind !== 'ranked') throw new Error(response.kind)
    const [rank] = response.ranks
    expect(rank!.share).toBe((rank!.more + rank!.equal / 2) / response.placements)
    expect(rank!.interval).toEqual(wilsonInterval(rank!.share, response.disjoint))
    expect(response.disjoint).toBeLessThanOrEqual(Math.floor((size * size - 5) / 5))
    expect(response.whole).toBe(true)
  })

  it('counts placements of equal cells once: one hexagon has one rotation, a pair of cells three', () => {
    const count = (cells: readonly Cell[]) => {
      const response = rankPlace({ ...NO_AREA, site: cells }, city)
      return response.kind === 'ranked' ? response.placements : 0
    }
    const middle = { i: I0 + 15, j: J0 + 15 }
    expect(count([middle])).toBe(size * size - 1)
    const pairs = size * (size - 1) + 2 * (size * (size - 1)) - (size - 1)
    expect(count([middle, { ...middle, j: middle.j + 1 }])).toBe(pairs - 11)
  })

  it('compares places within a factor of 2, and treats less than one resident as none', () => {
    const people = Float64Array.from(
      { length: size * size },
      (_, at) => 10 * (1 + Math.floor(at / size / 10) ** 2),
    )
    const middle = { i: I0 + 2, j: J0 + 15 }
    const only = (comparable: Float64Array) => {
      const response = rankPlace({ ...NO_AREA, site: [middle] }, { ...city, comparable })
      return response.kind === 'ranked' ? response.placements : 0
    }
    expect(only(people)).toBe(20 * size - 1)
    expect(only(people.map((number) => (number === 10 ? 0.01 : number === 20 ? 0.9 : 3)))).toBe(20 * size - 1)
  })

  it('compares the part of a site that is in the population, and nothing where there is none', () => {
    const shore = { ...city, population: population(size, size, (at) => at % size >= 10) }
    const half = [9, 10, 11].map((row) => ({ i: I0 + 3, j: J0 + row }))
    const land = half.slice(1)
    expect(rankPlace({ ...NO_AREA, site: half }, shore)).toEqual(rankPlace({ ...NO_AREA, site: land }, shore))
    expect(rankPlace({ ...NO_AREA, site: [{ i: I0 + 3, j: J0 + 2 }] }, shore).kind).toBe('outside-population')
    expect(rankPlace({ ...NO_AREA, site: [{ i: 0, j: 0 }] }, city).kind).toBe('outside-population')
  })

  it('reports fewer than 30 disjoint places, and a site larger than 50 ha', () => {
    const small = {
      population: population(6, 6, () => true),
      comparable: new Float64Array(36),
      figures: [new Float64Array(36)],
    }
    const corner = { i: I0, j: J0 }
    expect(rankPlace({ ...NO_AREA, site: [corner, { ...corner, j: J0 + 1 }] }, small)).toMatchObject({
      kind: 'too-few',
    })
    expect(rankPlace({ areaM2: 500_001, site }, city).kind).toBe('too-large')
  })

  it('searches within 40 km, and reports when the population reaches further', () => {
    const long = population(1200, 3, () => true)
    const values = new Float64Array(3600)
    const response = rankPlace(
      { ...NO_AREA, site: [cellOfDense(long, 0)] },
      { population: long, comparable: values, figures: [values] },
    )
    expect(response).toMatchObject({ kind: 'ranked', whole: false, placements: 3 * 535 - 1 })
  })
})

describe('Wilson’s interval', () => {
  it('gives the published values of Newcombe (1998)', () => {
    const known = [
      [81 / 263, 263, 0.2553, 0.3662],
      [15 / 148, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1 / 29, 29, 0.0061, 0.1718],
    ] as const
    for (const [share, n, low, high] of known) {
      const interval = wilsonInterval(share, n)
      expect(interval.low).toBeCloseTo(low, 4)
      expect(interval.high).toBeCloseTo(high, 4)
    }
  })
})
