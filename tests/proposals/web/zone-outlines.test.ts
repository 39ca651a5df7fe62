import { describe, expect, it } from 'vitest'
import { zoneOutlines } from '../../../web/proposals/zone-outlines.ts'

const square = (west: number, south: number, zone: number) => ({
  type: 'Feature' as const,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [west + 0.001, south],
        [west + 0.001, south + 0.001],
        [west, south + 0.001],
        [west, south],
      ],
    ],
  },
  properties: { zone },
})
const outlinesOf = (...features: readonly ReturnType<typeof square>[]) =>
  zoneOutlines({ type: 'FeatureCollection', features: [...features] }).features

describe('outlines of zones', () => {
  it('have no side that two cells of the zone share, however the last digits fall', () => {
    const [zone] = outlinesOf(square(18, 59, 0), square(18.0010000001, 59, 0))
    expect(zone?.geometry.coordinates).toHaveLength(6)
  })

  it('keep the side between two zones in both', () => {
    const zones = outlinesOf(square(18, 59, 0), square(18.001, 59, 1))
    expect(zones.map(({ properties, geometry }) => [properties.zone, geometry.coordinates.length])).toEqual([
      [0, 4],
      [1, 4],
    ])
  })
})
