import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IncidentColumns, RowRange } from '../../../server/engine/snapshot/incident-columns.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import { makeSnapshot } from '../../support/cities/make-snapshot.ts'

const CENTRE = { x: 67_435_080, y: 658_108_970 }

function scatter(rows: number, spreadCm: number): Snapshot {
  const random = seededRandom(12_345)
  const next = () => random() - 0.5
  return makeSnapshot({
    rows: Array.from({ length: rows }, () => ({
      xCm: Math.round(CENTRE.x + next() * spreadCm),
      yCm: Math.round(CENTRE.y + next() * spreadCm),
    })),
  })
}

const snapshot = scatter(20_000, 1_000_000)
const segment = snapshot.segments[0]!

function rowsWhere(columns: IncidentColumns, inside: (row: number) => boolean): readonly number[] {
  return Array.from({ length: columns.length }, (_, row) => row).filter(inside)
}

function holds(ranges: readonly RowRange[], row: number): boolean {
  return ranges.some(({ start, end }) => row >= start && row < end)
}

const rowsIn = (ranges: readonly RowRange[]) => ranges.reduce((sum, { start, end }) => sum + end - start, 0)
const side = fc.integer({ min: 0, max: 1_200_000 })
const offset = fc.integer({ min: -700_000, max: 700_000 })

describe('the index of a segment', () => {
  it('finds every row in a box of the plane, borders included', () => {
    const { xCm, yCm } = segment.columns
    fc.assert(
      fc.property(offset, offset, side, side, (dx, dy, width, height) => {
        const minX = CENTRE.x + dx
        const minY = CENTRE.y + dy
        const box = { minX, minY, maxX: minX + width, maxY: minY + height }
        const ranges = segment.rangesInPlane(box)
        const expected = rowsWhere(
          segment.columns,
          (r) => xCm[r]! >= box.minX && xCm[r]! <= box.maxX && yCm[r]! >= box.minY && yCm[r]! <= box.maxY,
        )
        expect(expected.filter((row) => !holds(ranges, row))).toEqual([])
      }),
    )
  })

  it('finds every row in a box of the world, the far border excluded', () => {
    const { worldX, worldY } = segment.columns
    fc.assert(
      fc.property(
        fc.nat(19_999),
        side,
        side,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (row, w, h, part) => {
          const minX = worldX[row]! - w / 2 + part
          const minY = worldY[row]! - h / 2 + part
          const box = { minX, minY, maxX: minX + w, maxY: minY + h }
          const ranges = segment.rangesInWorld(box)
          const expected = rowsWhere(
            segment.columns,
            (r) =>
              worldX[r]! >= box.minX &&
              worldX[r]! < box.maxX &&
              worldY[r]! >= box.minY &&
              worldY[r]! < box.maxY,
          )
          expect(expected.filter((inside) => !holds(ranges, inside))).toEqual([])
        },
      ),
    )
  })

  it('gives ascending ranges that do not touch and lie in the segment', () => {
    const ranges = segment.rangesInPlane({
      minX: CENTRE.x - 200_000,
      minY: CENTRE.y - 200_000,
      maxX: CENTRE.x + 200_000,
      maxY: CENTRE.y + 200_000,
    })
    expect(ranges.length).toBeGreaterThan(0)
    ranges.forEach(({ start, end }, at) => {
      expect(start).toBeGreaterThan(ranges[at - 1]?.end ?? -1)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(segment.columns.length)
    })
  })

  it('touches few rows beside those that lie in a small box', () => {
    const box = { minX: CENTRE.x, minY: CENTRE.y, maxX: CENTRE.x + 20_000, maxY: CENTRE.y + 20_000 }
    expect(rowsIn(segment.rangesInPlane(box))).toBeLessThanOrEqual(4 * 512)
  })

  it('finds nothing far away, and everything in the whole world', () => {
    expect(segment.rangesInPlane({ minX: 0, minY: 0, maxX: 1, maxY: 1 })).toEqual([])
    expect(segment.rangesInWorld({ minX: 0, minY: 0, maxX: 2 ** 32, maxY: 2 ** 32 })).toEqual([
      { start: 0, end: 20_000 },
    ])
  })

  it('takes less than 48 bytes a row with the columns', () => {
    const { columns, blocks } = segment
    const arrays = Object.values(columns).filter((column) => typeof column !== 'number')
    const bytes = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)
    const boxes = blocks.world.byteLength + blocks.plane.byteLength
    const tombstone = 1 / 8
    expect((bytes + boxes) / columns.length + tombstone).toBeLessThanOrEqual(48)
  })
})
