import { booleanPointInPolygon, intersect, area as areaOf, featureCollection, polygon } from '@turf/turf'
import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { labelPoints } from '../../../web/releases/map/label-points.ts'
import { measuresAt } from '../../../web/public-site/measures-at.ts'
import { holds, overlap } from '../../../web/map/overlap.ts'
import { namedPlaces, searchHits } from '../../../web/public-site/places-in-areas.ts'
import type { AreaOutlines } from '../../../web/releases/release.ts'
import { searchAreas } from '../../../web/public-site/search-areas.ts'

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

describe('the measures that overlap an area', () => {
  it('are those inside it, not those of a neighbour that shares a border', () => {
    const area = box(18, 59, 18.1, 59.1)
    expect(overlap(area, box(18.05, 59.05, 18.2, 59.2))).toBe(true)
    expect(overlap(area, box(18.1, 59, 18.2, 59.1))).toBe(false)
    expect(overlap(area, box(18.04, 59.04, 18.06, 59.06))).toBe(true)
  })

  it('agree with Turf where more than a sliver is shared, and where nothing is', () => {
    const corner = fc.integer({ min: 0, max: 40 })
    const some = fc
      .tuple(corner, corner, fc.integer({ min: 2, max: 20 }), fc.integer({ min: 2, max: 20 }))
      .map(([x, y, w, h]) => box(18 + x / 100, 59 + y / 100, 18 + (x + w) / 100, 59 + (y + h) / 100))
    fc.assert(
      fc.property(some, some, (a, b) => {
        const shared = intersect(featureCollection([polygon(a.coordinates), polygon(b.coordinates)]))
        expect(overlap(a, b)).toBe(shared !== null && areaOf(shared) > 1)
      }),
    )
  })

  it('exclude measures in a hole of the area', () => {
    const ring: Polygon = {
      type: 'Polygon',
      coordinates: [box(0, 0, 10, 10).coordinates[0]!, box(2, 2, 8, 8).coordinates[0]!],
    }
    expect(holds(ring, 1, 1)).toBe(true)
    expect(holds(ring, 5, 5)).toBe(false)
    expect(overlap(ring, box(4, 4, 6, 6))).toBe(false)
  })

  it('merge zones of one operator and purpose into one line with a count', () => {
    const zone = (operator: string) => ({
      type: 'Feature' as const,
      geometry: box(18, 59, 18.1, 59.1),
      properties: { operator, purpose: 'Brott', contact: null, retentionDays: 30, balancingSummary: null },
    })
    const none = { type: 'FeatureCollection' as const, features: [] }
    const cameras = { ...none, features: [zone('Staden'), zone('Staden'), zone('SL')] }
    const reported = measuresAt({ cameras, guards: none, focusAreas: none, handlings: none }, null)
    expect(reported.cameras.map(({ operator, zones }) => [operator, zones])).toEqual([
      ['Staden', 2],
      ['SL', 1],
    ])
  })
})

describe('the search of an area', () => {
  const areas = ['Östra Hamnen', 'Hamnstaden', 'Norra Ängsbacken', 'Lugnet'].map((name) => ({ name }))
  const found = (text: string) => searchAreas(areas, text).map(({ name }) => name)

  it('finds words that begin with the text first, then those that contain it, each by name', () => {
    expect(found('ham')).toEqual(['Hamnstaden', 'Östra Hamnen'])
    expect(found('äng')).toEqual(['Norra Ängsbacken'])
    expect(found('nen')).toEqual(['Östra Hamnen'])
  })

  it('distinguishes å, ä and ö from a and o, and ignores case', () => {
    expect(found('ostra')).toEqual([])
    expect(found('ÖSTRA')).toEqual(['Östra Hamnen'])
  })

  it('gives all areas in alphabetical order for an empty text', () => {
    expect(found(' ')).toEqual(['Hamnstaden', 'Lugnet', 'Norra Ängsbacken', 'Östra Hamnen'])
  })
})

describe('the search of an area by street', () => {
  const areas = ['Hamnen', 'Storängen'].map((name, k) => ({
    key: String(k),
    name,
    residents: null,
    landKm2: 1,
  }))
  const outlines: AreaOutlines = {
    type: 'FeatureCollection',
    features: areas.map(({ key }, k) => ({
      type: 'Feature',
      geometry: box(18 + k, 59, 19 + k, 60),
      properties: { key },
    })),
  }
  const street = (name: string, ...coordinates: [number, number][]) => ({
    type: 'Feature' as const,
    geometry: { type: 'LineString' as const, coordinates },
    properties: { name },
  })
  const places = namedPlaces({
    type: 'FeatureCollection',
    features: [
      street('Storgatan', [18.1, 59.5], [18.2, 59.5]),
      street('Storgatan', [19.1, 59.5], [19.2, 59.5]),
      street('Kajen', [18.5, 59.1], [18.6, 59.1]),
    ],
  })
  const found = (text: string, known: AreaOutlines | null = outlines) =>
    searchHits(text, areas, places, known, 8).map(({ area, place }) => `${place ?? '–'}: ${area.name}`)

  it('finds areas by name first, then every area in which the street lies', () => {
    expect(found('stor')).toEqual(['–: Storängen', 'Storgatan: Hamnen', 'Storgatan: Storängen'])
    expect(found('kaj')).toEqual(['Kajen: Hamnen'])
    expect(found('ka', null)).toEqual([])
  })

  it('takes an address by its street, since the map knows no numbers of houses', () => {
    expect(found('Kajen 12 B')).toEqual(['Kajen: Hamnen'])
    expect(found('kajen 3')).toEqual(['Kajen: Hamnen'])
  })
})

describe('the map of a release', () => {
  it('puts a name once, inside the largest part of its area', () => {
    const island = box(18.5, 59.5, 18.51, 59.51).coordinates
    const main = box(18, 59, 18.2, 59.1).coordinates
    const points = labelPoints(
      {
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            geometry: { type: 'MultiPolygon', coordinates: [island, main] },
            properties: { key: 'a' },
          },
        ],
      },
      () => 'Hamnstaden',
    )
    expect(points.features).toHaveLength(1)
    expect(booleanPointInPolygon(points.features[0]!, { type: 'Polygon', coordinates: main })).toBe(true)
  })
})
