import fc from 'fast-check'
import type { Geometry } from 'geojson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeEwkb, encodeEwkb } from '../../db/client/ewkb.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

const centimetres = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((value) => value / 100 + 0)
const position = fc.tuple(centimetres, centimetres).map(([x, y]) => [x, y])
const line = fc.array(position, { minLength: 2, maxLength: 20 })
const ring = fc.array(position, { minLength: 3, maxLength: 20 }).map((open) => [...open, open[0]!])
const rings = fc.array(ring, { minLength: 1, maxLength: 3 })
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  fc.record({ type: fc.constant('Point' as const), coordinates: position }),
  fc.record({ type: fc.constant('LineString' as const), coordinates: line }),
  fc.record({ type: fc.constant('Polygon' as const), coordinates: rings }),
  fc.record({ type: fc.constant('MultiPoint' as const), coordinates: fc.array(position, { minLength: 1 }) }),
  fc.record({ type: fc.constant('MultiLineString' as const), coordinates: fc.array(line, { minLength: 1 }) }),
  fc.record({ type: fc.constant('MultiPolygon' as const), coordinates: fc.array(rings, { minLength: 1 }) }),
)

describe('EWKB', () => {
  it('is that of PostGIS for a point', () => {
    const hex = '0101000020be0b000000000000000000400000000000000840'
    expect(encodeEwkb({ type: 'Point', coordinates: [2, 3] }, 3006)).toBe(hex)
    expect(decodeEwkb(hex)).toEqual({ type: 'Point', coordinates: [2, 3] })
  })

  it('is read in the other byte order, and without an SRID', () => {
    expect(decodeEwkb('000000000140000000000000004008000000000000')).toEqual({
      type: 'Point',
      coordinates: [2, 3],
    })
  })

  it('round-trips any geometry on the centimetre grid', () => {
    fc.assert(
      fc.property(geometry, (given) => {
        expect(decodeEwkb(encodeEwkb(given, 3006))).toEqual(given)
      }),
    )
  })

  it('refuses a collection', () => {
    expect(() => encodeEwkb({ type: 'GeometryCollection', geometries: [] }, 3006)).toThrow(TypeError)
  })
})

describe.each(databasesUnderTest)('EWKB through the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  it('comes back bit for bit', async () => {
    const hexes = fc.sample(geometry, 200).map((given) => encodeEwkb(given, 3006))
    const { rows } = await db.knex.raw(
      'SELECT array_agg(hex::geometry::text ORDER BY place) AS back FROM unnest(?::text[]) WITH ORDINALITY AS given (hex, place)',
      [hexes],
    )
    expect(rows[0].back.map((hex: string) => hex.toLowerCase())).toEqual(hexes)
  })
})
