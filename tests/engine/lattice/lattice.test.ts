import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  blockRound,
  cellArea,
  cellAt,
  cellCentre,
  cellCorners,
  cellOfDense,
  denseIndex,
  locateCells,
  neighboursOf,
} from '../../../server/engine/lattice/lattice.ts'
import { cornerKey, cornerPosition } from '../../../server/engine/lattice/lattice-corners.ts'
import { EDGES } from '../../../server/engine/snapshot/query.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'

const edges = fc.constantFrom(...EDGES)
const cells = fc.record({
  i: fc.integer({ min: -9000, max: 9000 }),
  j: fc.integer({ min: -15_000, max: 15_000 }),
})
/** Whole centimetres, as far out as SWEREF 99 TM goes. */
const centimetres = fc.record({
  x: fc.integer({ min: -20_000_000, max: 90_000_000 }),
  y: fc.integer({ min: -100_000_000, max: 770_000_000 }),
})

describe('the lattice', () => {
  it('holds the centre of every cell in that cell', () => {
    fc.assert(
      fc.property(cells, edges, (cell, edge) => {
        expect(cellAt(...cellCentre(cell, edge), edge)).toEqual(cell)
      }),
    )
  })

  it('puts every point into the cell whose centre is nearest', () => {
    fc.assert(
      fc.property(centimetres, edges, ({ x, y }, edge) => {
        const cell = cellAt(x / 100, y / 100, edge)
        const distance = (other: { i: number; j: number }) => {
          const [cx, cy] = cellCentre(other, edge)
          return Math.hypot(cx - x / 100, cy - y / 100)
        }
        for (const neighbour of neighboursOf(cell)) {
          expect(distance(cell)).toBeLessThanOrEqual(distance(neighbour) + 1e-6)
        }
      }),
    )
  })

  it('gives the same cell whatever the block', () => {
    fc.assert(
      fc.property(centimetres, edges, fc.nat(40), fc.nat(40), ({ x, y }, edge, west, south) => {
        const cell = cellAt(x / 100, y / 100, edge)
        const block = { edgeMetres: edge, i0: cell.i - west, j0: cell.j - south, columns: 90, rows: 90 }
        const index = new Int32Array(1)
        locateCells(Int32Array.of(x), Int32Array.of(y), Int32Array.of(0), 1, block, index)
        expect(cellOfDense(block, index[0]!)).toEqual(cell)
      }),
    )
  })

  it('keeps points on shared borders and corners in exactly one cell', () => {
    for (const edge of EDGES) {
      for (const cell of [
        { i: 0, j: 0 },
        { i: 1, j: 0 },
        { i: -3, j: 2 },
      ]) {
        for (const [x, y] of cellCorners(cell, edge)) {
          const found = cellAt(x, y, edge)
          const around = [cell, ...neighboursOf(cell)]
          expect(around.filter(({ i, j }) => i === found.i && j === found.j)).toHaveLength(1)
        }
      }
    }
    expect(cellAt(50, 0, 100)).toEqual(cellAt(50, 0, 100))
  })

  it('finds nothing for positions outside the block, far or near', () => {
    const block = { edgeMetres: 100, i0: 10, j0: 10, columns: 3, rows: 4 }
    fc.assert(
      fc.property(centimetres, ({ x, y }) => {
        const { i, j } = cellAt(x / 100, y / 100, 100)
        const index = new Int32Array(1)
        locateCells(Int32Array.of(x), Int32Array.of(y), Int32Array.of(0), 1, block, index)
        expect(index[0]).toBe(denseIndex(block, i, j))
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 15 }), fc.integer({ min: 7, max: 16 }), (i, j) => {
        const [x, y] = cellCentre({ i, j }, 100)
        const index = new Int32Array(1)
        const at = (metres: number) => Int32Array.of(Math.round(metres * 100))
        locateCells(at(x), at(y), Int32Array.of(0), 1, block, index)
        expect(index[0]).toBe(denseIndex(block, i, j))
      }),
    )
  })

  it('counts six neighbours, each a cell width away, and each other’s neighbour', () => {
    fc.assert(
      fc.property(cells, edges, (cell, edge) => {
        const [x, y] = cellCentre(cell, edge)
        for (const neighbour of neighboursOf(cell)) {
          const [nx, ny] = cellCentre(neighbour, edge)
          expect(Math.hypot(nx - x, ny - y)).toBeCloseTo(Math.sqrt(3) * edge, 6)
          expect(neighboursOf(neighbour)).toContainEqual(cell)
        }
      }),
    )
  })

  it('gives a corner one key and one position from all three cells that meet in it', () => {
    fc.assert(
      fc.property(cells, edges, (cell, edge) => {
        const [east, north] = [neighboursOf(cell)[0]!, neighboursOf(cell)[1]!]
        const key = cornerKey(cell, 1)
        expect(cornerKey(east, 3)).toBe(key)
        expect(cornerKey(north, 5)).toBe(key)
        const [x, y] = cornerPosition(key, edge)
        expect(
          Math.hypot(x! - cellCorners(cell, edge)[1]![0], y! - cellCorners(cell, edge)[1]![1]),
        ).toBeLessThan(0.01)
      }),
    )
  })

  it('covers a rectangle with its block', () => {
    const block = blockRound(674_000, 6_580_000, 675_000, 6_581_000, 50)
    for (const [x, y] of [
      [674_000, 6_580_000],
      [675_000, 6_581_000],
      [674_000, 6_581_000],
      [674_512, 6_580_377],
    ]) {
      const { i, j } = cellAt(x!, y!, 50)
      expect(denseIndex(block, i, j)).toBeGreaterThanOrEqual(0)
    }
    expect(cellArea(100)).toBeCloseTo(25_980.762, 3)
  })
})

describe.each(databasesUnderTest)('the lattice beside ST_HexagonGrid on $kind', ({ open }) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  it('numbers cells alike, odd and negative columns included', async () => {
    for (const [x, y] of [
      [0, 0],
      [-700, -900],
      [674_350, 6_581_090],
      [-25_000, 7_600_000],
    ]) {
      for (const edge of EDGES) {
        const sql = `SELECT i, j, ST_X(ST_Centroid(geom)) AS x, ST_Y(ST_Centroid(geom)) AS y
          FROM ST_HexagonGrid(?, ST_MakeEnvelope(?, ?, ?, ?))`
        const { rows } = await database.knex.raw(sql, [edge, x!, y!, x! + 4 * edge, y! + 4 * edge])
        expect(rows.length).toBeGreaterThan(8)
        for (const row of rows) {
          const [cx, cy] = cellCentre({ i: row.i, j: row.j }, edge)
          expect(Math.hypot(cx - row.x, cy - row.y)).toBeLessThan(1e-6)
        }
      }
    }
  })

  it('puts seeded points into the cells that PostGIS finds for them', async () => {
    const points = fc.sample(
      fc.record({
        x: fc.integer({ min: 67_000_000, max: 68_000_000 }),
        y: fc.integer({ min: 657_500_000, max: 658_500_000 }),
        edge: edges,
      }),
      { numRuns: 2000, seed: 7 },
    )
    const sql = `SELECT p.n, g.i, g.j
      FROM unnest(?::float8[], ?::float8[], ?::float8[]) WITH ORDINALITY AS p(x, y, edge, n)
      CROSS JOIN LATERAL ST_HexagonGrid(p.edge, ST_Expand(ST_MakePoint(p.x, p.y), 1)) AS g
      WHERE ST_Intersects(g.geom, ST_SetSRID(ST_MakePoint(p.x, p.y), ST_SRID(g.geom)))`
    const { rows } = await database.knex.raw(sql, [
      points.map(({ x }) => x / 100),
      points.map(({ y }) => y / 100),
      points.map(({ edge }) => edge),
    ])
    expect(rows).toHaveLength(points.length)
    for (const { n, i, j } of rows) {
      const { x, y, edge } = points[Number(n) - 1]!
      expect(cellAt(x / 100, y / 100, edge)).toEqual({ i, j })
    }
  })
})
