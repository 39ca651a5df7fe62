import { describe, expect, it } from 'vitest'
import { identifyCrs } from '../../server/formats/gdal/identify-crs.ts'
import { coordinateSystem } from '../../server/engine/projection/coordinate-systems.ts'

/** A Transverse Mercator as MapInfo's files come to be told by GDAL: without a name or a code. */
const mercator = (datum: string, meridian: number, scale: number, easting: number) => ({
  type: 'ProjectedCRS',
  name: 'unnamed',
  base_crs: { datum: { name: datum } },
  conversion: {
    method: { name: 'Transverse Mercator' },
    parameters: [
      { name: 'Latitude of natural origin', value: 0 },
      { name: 'Longitude of natural origin', value: meridian },
      { name: 'Scale factor at natural origin', value: scale },
      { name: 'False easting', value: easting },
      { name: 'False northing', value: 0 },
    ],
  },
})
const MERIDIANS = [12, 13.5, 15, 16.5, 18, 14.25, 15.75, 17.25, 18.75, 20.25, 21.75, 23.25]
const zoneName = (meridian: number) =>
  `SWEREF99 ${Math.floor(meridian)} ${String((meridian % 1) * 60).padStart(2, '0')}`

describe('the coordinate system of a file', () => {
  it.each(MERIDIANS)('is known by its parameters: the local zone of %d°', (meridian) => {
    const { srid } = identifyCrs(mercator('GRS_80', meridian, 1, 150_000))
    expect(coordinateSystem(srid!).name).toBe(zoneName(meridian))
  })

  it.each<[string, object, number]>([
    ['SWEREF 99 TM', mercator('GRS_80', 15, 0.9996, 500_000), 3006],
    ['RT 90 2.5 gon V', mercator('Rikets koordinatsystem 1990', 15.8082777777778, 1, 1_500_000), 3021],
    ['RT 90 5 gon O', mercator('RT90', 22.5582777777778, 1, 1_500_000), 3024],
    ['UTM 33N of WGS 84', mercator('World Geodetic System 1984', 15, 0.9996, 500_000), 32_633],
    [
      'UTM 33N of ETRS 89',
      mercator('European Terrestrial Reference System 1989', 15, 0.9996, 500_000),
      25_833,
    ],
    ['a code', { type: 'ProjectedCRS', id: { authority: 'EPSG', code: 2100 } }, 2100],
    [
      'the plan of a system with heights',
      { type: 'CompoundCRS', components: [{ id: { authority: 'EPSG', code: 3006 } }] },
      3006,
    ],
  ])('is known: %s', (_, given, srid) => {
    expect(identifyCrs(given).srid).toBe(srid)
  })

  it('is none where its parameters are nobody’s, and keeps its name', () => {
    const own = { ...mercator('GRS_80', 15.1, 1, 150_000), name: 'Kommunens eget' }
    expect(identifyCrs(own)).toEqual({ srid: null, crsName: 'Kommunens eget' })
    expect(identifyCrs(null)).toEqual({ srid: null, crsName: null })
  })
})
