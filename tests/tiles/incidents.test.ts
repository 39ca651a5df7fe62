import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import type { IncidentColumns } from '../../server/engine/snapshot/incident-columns.ts'
import type { PointSegment } from '../../tiles/layers/collect-points.ts'
import { createIncidentTiles } from '../../tiles/layers/incidents.ts'
import { mvtProblems } from '../support/mvt/mvt-validator.ts'

interface Point {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly from: number
  readonly category: number
}

/** A segment of points that says nothing of their places, in the order given. */
function segmentOf(points: readonly Point[], deadIds: readonly number[] = []): PointSegment {
  const length = points.length
  const dead = new Uint32Array(Math.ceil(length / 32) + 1)
  points.forEach(({ id }, row) => {
    if (deadIds.includes(id)) dead[row >>> 5]! |= 1 << (row & 31)
  })
  const columns: IncidentColumns = {
    length,
    xCm: new Int32Array(length),
    yCm: new Int32Array(length),
    worldX: Uint32Array.from(points, ({ x }) => x),
    worldY: Uint32Array.from(points, ({ y }) => y),
    fromMinute: Int32Array.from(points, ({ from }) => from),
    toMinute: new Int32Array(length),
    hourOfWeek: new Uint8Array(length),
    category: Uint8Array.from(points, ({ category }) => category),
    flags: new Uint8Array(length),
    place: new Uint8Array(length),
    source: new Uint16Array(length),
    weight: new Uint32Array(length).fill(1),
    id: Uint32Array.from(points, ({ id }) => id),
    hashLow: new Uint32Array(length),
    hashHigh: new Uint32Array(length),
  }
  return { columns, dead, rangesInWorld: () => [{ start: 0, end: length }] }
}

const everything = () => () => true
const ADDRESS = { z: 10, x: 500, y: 300 }
const SIZE = 2 ** 22
const at = (id: number, unitX: number, unitY: number): Point => ({
  id,
  x: ADDRESS.x * SIZE + unitX * 1024,
  y: ADDRESS.y * SIZE + unitY * 1024,
  from: 28_000_000 + id,
  category: id % 17,
})
const scattered = (count: number) =>
  Array.from({ length: count }, (_, k) => at(k + 1, (k * 1237) % 4096, (k * 2711) % 4096))

const layersOf = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes)).layers
/** What the points of a tile say of how many of them it holds. */
const fractionsOf = (bytes: Uint8Array) => {
  const { incidents } = layersOf(bytes)
  const values = Array.from(
    { length: incidents!.length },
    (_, at) => incidents!.feature(at).properties.samplingFraction,
  )
  return new Set(values)
}
const idsOf = (bytes: Uint8Array) => {
  const { incidents } = layersOf(bytes)
  return Array.from({ length: incidents?.length ?? 0 }, (_, k) => incidents!.feature(k).id!)
}

describe('incident tiles', () => {
  it('gives every attribute of a point back', () => {
    const bytes = createIncidentTiles().encode(ADDRESS, [segmentOf([at(18, 7, 9)])], everything)
    const feature = layersOf(bytes).incidents!.feature(0)
    expect(feature.properties).toEqual({
      category: 'threat_harassment',
      from: 28_000_018,
      precision: 'address',
      weight: 1,
    })
    expect([feature.id, feature.loadGeometry()]).toEqual([18, [[expect.objectContaining({ x: 7, y: 9 })]]])
  })

  it('encodes a time before 1970', () => {
    const bytes = createIncidentTiles().encode(
      ADDRESS,
      [segmentOf([{ ...at(1, 5, 5), from: -90 }])],
      everything,
    )
    expect(mvtProblems(bytes)).toEqual([])
    expect(layersOf(bytes).incidents!.feature(0).properties.from).toBe(-90)
  })

  it('puts a point on the border between two tiles at 0 of the one and, in the buffer, at 4096 of the other', () => {
    const segment = segmentOf([at(1, 4096, 100)])
    const x = (address: typeof ADDRESS) =>
      layersOf(createIncidentTiles().encode(address, [segment], everything))
        .incidents!.feature(0)
        .loadGeometry()[0]![0]!.x
    expect([x(ADDRESS), x({ ...ADDRESS, x: 501 })]).toEqual([4096, 0])
  })

  it('reaches 64 units beyond the tile and no further', () => {
    const points = [at(1, -64, 5), at(2, -65, 5), at(3, 4159, 5), at(4, 4160, 5)]
    expect(idsOf(createIncidentTiles().encode(ADDRESS, [segmentOf(points)], everything))).toEqual([1, 3])
  })

  it('leaves out dead rows, and is empty when none is left', () => {
    const tiles = createIncidentTiles()
    expect(idsOf(tiles.encode(ADDRESS, [segmentOf(scattered(40), [7, 33])], everything))).not.toContain(33)
    expect(tiles.encode(ADDRESS, [segmentOf([at(1, 5, 5)], [1])], everything)).toHaveLength(0)
  })

  it('gives equal bytes for equal points, however they are ordered and spread over segments', () => {
    const points = scattered(300)
    const tiles = createIncidentTiles(100)
    const whole = tiles.encode(ADDRESS, [segmentOf(points)], everything)
    fc.assert(
      fc.property(fc.shuffledSubarray(points, { minLength: 300 }), fc.nat(300), (shuffled, cut) => {
        const parts = [segmentOf(shuffled.slice(0, cut)), segmentOf(shuffled.slice(cut))]
        expect(Buffer.compare(tiles.encode(ADDRESS, parts, everything), whole)).toBe(0)
      }),
      { numRuns: 50 },
    )
  })

  it('thins to its limit by id, stably under changes elsewhere, and states it', () => {
    const tiles = createIncidentTiles(1000)
    const bytes = tiles.encode(ADDRESS, [segmentOf(scattered(5000))], everything)
    const kept = idsOf(bytes)
    expect(kept).toHaveLength(1000)
    expect(fractionsOf(bytes)).toEqual(new Set([0.2]))
    const fewer = idsOf(tiles.encode(ADDRESS, [segmentOf(scattered(4990))], everything))
    expect(fewer.filter((id) => kept.includes(id)).length).toBeGreaterThan(990)
    expect(mvtProblems(bytes)).toEqual([])
  })

  it('thins evenly over ids', () => {
    const kept = idsOf(createIncidentTiles(1000).encode(ADDRESS, [segmentOf(scattered(10_000))], everything))
    const firstHalf = kept.filter((id) => id <= 5000).length
    // Binomial with n = 1000 and p = ½: five standard deviations are 79.
    expect(Math.abs(firstHalf - 500)).toBeLessThan(80)
  })

  it('does not truncate at the limit itself', () => {
    const bytes = createIncidentTiles(100).encode(ADDRESS, [segmentOf(scattered(100))], everything)
    expect(fractionsOf(bytes)).toEqual(new Set([undefined]))
    expect(mvtProblems(bytes)).toEqual([])
  })
})
