import { describe, expect, it } from 'vitest'
import { createTransform } from '../../server/engine/projection/transform.ts'
import { createLocator } from '../../server/formats/positions/locate.ts'
import { createTextLocator } from '../../server/formats/positions/locate-text.ts'

/** Roughly Stockholm, metres in SWEREF 99 TM. */
const ENVELOPE = { minX: 660_000, minY: 6_565_000, maxX: 685_000, maxY: 6_595_000 }
const SERGELS_TORG = { xCm: 67_435_076, yCm: 658_108_967 }

function locator(crs: number, order: 'xy' | 'yx' | null = null, envelope: typeof ENVELOPE | null = ENVELOPE) {
  const inDegrees = crs === 4326
  const locate = createLocator({ transform: createTransform(crs, 3006), envelope, inDegrees, decimal: '.' })
  return createTextLocator(locate, { crs, order })
}

function ewkb(x: number, y: number, srid: number | null): string {
  const bytes = Buffer.alloc(srid === null ? 21 : 25)
  bytes[0] = 1
  bytes.writeUInt32LE(srid === null ? 1 : 0x20000001, 1)
  if (srid !== null) bytes.writeUInt32LE(srid, 5)
  bytes.writeDoubleLE(x, bytes.length - 16)
  bytes.writeDoubleLE(y, bytes.length - 8)
  return bytes.toString('hex').toUpperCase()
}

describe('a position in one text', () => {
  it.each([
    '59.3325, 18.0650',
    '18.0650, 59.3325',
    '59.3325 18.0650',
    '(59.3325,18.0650)',
    'Sergels torg\n(59.3325, 18.0650)',
    '59,3325; 18,0650',
    '59,3325, 18,0650',
    '59,3325 18,0650',
    '59,3325,18,0650',
    '59.3325|18.0650',
    '59.3325/18.0650',
    '[18.0650,59.3325]',
    '[18.0650, 59.3325, 12.5]',
    'POINT (18.0650 59.3325)',
    'point(18.0650 59.3325)',
    'POINT Z (18.0650 59.3325 12)',
    'POINTZM(18.0650 59.3325 12 1)',
    'SRID=4326;POINT(18.0650 59.3325)',
    '<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(18.0650 59.3325)',
    'MULTIPOINT ((18.0650 59.3325))',
    'MULTIPOINT (18.0650 59.3325)',
    'GEOMETRYCOLLECTION (POINT (18.0650 59.3325))',
    ewkb(18.065, 59.3325, 4326),
    ewkb(18.065, 59.3325, null),
    '{"type":"Point","coordinates":[18.0650,59.3325]}',
    '{"type": "MultiPoint", "coordinates": [[18.0650, 59.3325]]}',
    '{"lat":59.3325,"lon":18.0650}',
    '{"longitude": "18.0650", "latitude": "59.3325", "human_address": ""}',
    "{'latitude': '59.3325', 'longitude': '18.0650'}",
    'lat=59.3325&lng=18.0650',
    'geo:59.3325,18.0650;u=35',
    `59°19'57.0"N 18°3'54.0"E`,
    `59°19′57″N, 18°3′54″Ö`,
    `N59°19.95' E018°03.9'`,
    'E 18° 3.9 N 59° 19.95',
    '59 19 57 N, 18 03 54 E',
    '59 19 57 18 03 54',
    '59.3325N/18.0650E',
    '591957N 0180354E',
  ])('%s is placed', (text) => {
    expect(locator(4326)(text)).toEqual(SERGELS_TORG)
  })

  it.each(['674350.76 6581089.67', '6581089.67, 674350.76', 'SRID=3006;POINT(674350.76 6581089.67)'])(
    '%s is placed in metres',
    (text) => {
      expect(locator(3006)(text)).toEqual(SERGELS_TORG)
    },
  )

  it.each([
    ['', 'no-position', 'is blank'],
    ['torget', 'bad-position', 'is no position'],
    ['18.0650', 'bad-position', 'is no position'],
    ['SRID=3006;POINT(674350.76 6581089.67)', 'bad-position', 'is in EPSG:3006, the mapping says EPSG:4326'],
    ['POINT (59.3325 18.0650)', 'swapped-axes', 'only makes sense exchanged'],
    ['MULTIPOINT ((18.06 59.33), (18.07 59.34))', 'bad-position', 'is a MULTIPOINT'],
    ['LINESTRING (18.06 59.33, 18.07 59.34)', 'bad-position', 'is a LINESTRING'],
    ['POLYGON ((18 59, 19 59, 19 60, 18 59))', 'bad-position', 'is a POLYGON'],
    ['POINT EMPTY', 'bad-position', 'is an empty POINT'],
    ['{"type":"LineString","coordinates":[[18,59],[19,60]]}', 'bad-position', 'is a LineString'],
    ['{"type":"MultiPoint","coordinates":[[18,59],[19,60]]}', 'bad-position', 'is a MultiPoint'],
    [ewkb(Number.NaN, Number.NaN, null), 'bad-position', 'is an empty POINT'],
    ['33VXE 12345 67890', 'bad-position', 'is an MGRS reference'],
    ['33V XE 1234567890', 'bad-position', 'is an MGRS reference'],
    ['57.71, 11.97', 'far-away', 'outside'],
  ])('%j is %s', (text, reason, detail) => {
    expect(locator(4326)(text)).toMatchObject({ reason, detail: expect.stringContaining(detail) })
  })

  it('stands in the order of the first row in which only one makes sense', () => {
    const locate = locator(4326)
    expect(locate('18.0650, 59.3325')).toEqual(SERGELS_TORG)
    expect(locate('18.0650, 59.3325')).toEqual(SERGELS_TORG)
    expect(locate('59.3325, 18.0650')).toMatchObject({ reason: 'swapped-axes' })
  })

  it('stands in the order that the mapping says', () => {
    expect(locator(4326, 'yx')('18.0650, 59.3325')).toMatchObject({ reason: 'swapped-axes' })
    expect(locator(4326, 'xy')('18.0650, 59.3325')).toEqual(SERGELS_TORG)
  })

  it('is asked for its order where both make sense', () => {
    const transform = createTransform(4326, 32636)
    const locate = createLocator({ transform, envelope: null, inDegrees: true, decimal: '.' })
    const locateText = createTextLocator(locate, { crs: 4326, order: null })
    expect(locateText('34.6, 33.0')).toMatchObject({ detail: expect.stringContaining('positionOrder') })
    expect(locateText(`33°0'N 34°36'E`)).toHaveProperty('xCm')
  })
})
