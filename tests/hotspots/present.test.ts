import { describe, expect, it } from 'vitest'
import { compileFilter } from '../../server/engine/snapshot/compile-filter.ts'
import { computeSurface } from '../../server/engine/statistics/surface.ts'
import type { HotspotSurface } from '../../server/engine/statistics/surface-types.ts'
import { type Presenting, presentSurface } from '../../server/hotspots/present-task.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { hexCity } from '../support/cities/hex-city.ts'
import { makeFilter, makeSegment, STOCKHOLM } from '../support/cities/make-columns.ts'

const projection = createProjection(3006)

function surfaceOf(side: number): HotspotSurface {
  const filter = makeFilter()
  const compiled = compileFilter(filter, { zone: STOCKHOLM, sourceIds: ['a'] })
  return {
    snapshotVersion: 'v',
    query: { edgeMetres: 200, filter, time: 'from', exposure: 'area' },
    ...computeSurface([makeSegment([{ x: 662_000, y: 6_584_000 }])], compiled, hexCity(side, side), 'area'),
    derivedStudyArea: false,
  }
}

function present(changes: Partial<Presenting>, surface = surfaceOf(20)) {
  const bytes = presentSurface(surface, {
    asked: { query: { ...surface.query, audienceKey: 'analyst' }, leftOut: [], units: null },
    zone: STOCKHOLM,
    srid: 3006,
    format: 'geojson',
    bbox: null,
    within: null,
    withinAreaId: null,
    empty: true,
    ...changes,
  })
  return Buffer.from(bytes).toString()
}

describe('the presentation of a surface', () => {
  it('gives the cells in the order of their columns, then rows', () => {
    const cells = JSON.parse(present({})).features.map(
      ({ properties }: { properties: { i: number; j: number } }) => [properties.i, properties.j],
    )
    expect(cells).toHaveLength(400)
    expect(cells).toEqual(cells.toSorted((a: number[], b: number[]) => a[0]! - b[0]! || a[1]! - b[1]!))
  })

  it('gives null, and an empty field in CSV, where there is no figure', () => {
    const [first] = JSON.parse(present({})).features
    expect(first.properties).toMatchObject({ count: 0, dominance: null, class: 'few' })
    const [header, line] = present({ format: 'csv' }).split('\r\n')
    expect(line!.split(',')[header!.split(',').indexOf('dominance')]).toBe('')
  })

  it('gives numbers with six significant digits and whole ones in full', () => {
    for (const { properties } of JSON.parse(present({})).features) {
      for (const value of Object.values(properties)) {
        if (typeof value === 'number' && !Number.isInteger(value))
          expect(Number(value.toPrecision(6))).toBe(value)
      }
    }
  })

  it('crops to the cells that meet a bbox', () => {
    const [west, south] = projection.toWgs84(661_000, 6_583_000)
    const [east, north] = projection.toWgs84(661_900, 6_583_900)
    const cropped = JSON.parse(present({ bbox: [west, south, east, north] })).features
    expect(cropped.length).toBeGreaterThan(4)
    expect(cropped.length).toBeLessThan(40)
  })

  it('crops to a bbox as every corner says, and counts the same cells by class', () => {
    const [west, south] = projection.toWgs84(660_300, 6_582_600)
    const [east, north] = projection.toWgs84(663_900, 6_585_900)
    const isIn = ({ geometry }: { geometry: { coordinates: [number, number][][] } }) => {
      const [lons, lats] = [0, 1].map((axis) => geometry.coordinates[0]!.map((corner) => corner[axis]!))
      return (
        Math.max(...lons!) >= west &&
        Math.min(...lons!) <= east &&
        Math.max(...lats!) >= south &&
        Math.min(...lats!) <= north
      )
    }
    const bbox = [west, south, east, north] as const
    const cropped = JSON.parse(present({ bbox })).features
    expect(cropped).toEqual(JSON.parse(present({})).features.filter(isIn))
    const { classes } = JSON.parse(present({ bbox, format: 'summary' }))
    const none = cropped.filter(({ properties: { sum } }: { properties: { sum: number } }) => sum === 0)
    expect(classes.none).toBe(none.length)
    expect(Object.values<number>(classes).reduce((sum, count) => sum + count)).toBe(cropped.length)
  })

  it('gives one cell alone', () => {
    const { i, j } = JSON.parse(present({})).features[7].properties
    const cells = JSON.parse(present({ at: { i, j } })).features
    expect(cells.map(({ properties }: { properties: object }) => properties)).toMatchObject([{ i, j }])
  })

  it('gives neighbours one and the same shared corner (Euler: corners = borders − cells + 1)', () => {
    const corners = JSON.parse(present({})).features.flatMap(
      (feature: { geometry: { coordinates: number[][][] } }) =>
        feature.geometry.coordinates[0]!.slice(0, 6).map((position) => position.join(' ')),
    )
    expect(new Set(corners).size).toBe(edgesOf(20) - 400 + 1)
  })

  it('refuses more than 50,000 cells and says what to do', () => {
    expect(() => present({}, surfaceOf(230))).toThrow(
      expect.objectContaining({ code: 'too-large', message: expect.stringMatching(/bbox or within/) }),
    )
    expect(present({ empty: false }, surfaceOf(230))).toContain('"count":1')
  })
})

/** Borders of a block of n × n cells, each counted once: six a cell, less those that two cells share. */
function edgesOf(side: number): number {
  const inColumns = side * (side - 1)
  const acrossColumns = (side - 1) * (2 * side - 1)
  return 6 * side * side - inColumns - acrossColumns
}
