import { describe, expect, it } from 'vitest'
import { readNamedSystem, sridOfName } from '../../../server/engine/projection/crs-name.ts'

describe('the name of a coordinate system', () => {
  it.each([
    ['EPSG:3006', 3006],
    ['epsg:3006', 3006],
    ['urn:ogc:def:crs:EPSG::3006', 3006],
    ['urn:ogc:def:crs:EPSG:9.8.2:3006', 3006],
    ['urn:x-ogc:def:crs:EPSG:6.11:3006', 3006],
    ['http://www.opengis.net/def/crs/EPSG/0/3006', 3006],
    ['http://www.opengis.net/gml/srs/epsg.xml#3006', 3006],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
    ['urn:ogc:def:crs:OGC::CRS84', 4326],
    ['https://www.opengis.net/def/crs/OGC/1.3/CRS84', 4326],
    ['OGC:CRS84', 4326],
    ['EPSG:900913', 3857],
    ['ESRI:102100', 3857],
    ['SWEREF 99 TM', null],
    ['EPSG:30 06', null],
    ['EPSG:3006'.padStart(500), 3006],
    [`urn:ogc:def:crs:EPSG:${'1'.repeat(400)}:3006`, null],
  ])('%s is %s', (name, srid) => {
    expect(sridOfName(name)).toBe(srid)
  })

  it.each([
    [{ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3011' } }, 3011],
    [{ type: 'EPSG', properties: { code: 3011 } }, 3011],
    [{ type: 'EPSG', properties: { code: '3011' } }, 3011],
    [
      {
        type: 'link',
        properties: { href: 'http://spatialreference.org/ref/epsg/3011/proj4/', type: 'proj4' },
      },
      3011,
    ],
    ['EPSG:3011', 3011],
    [{ type: 'name', properties: { name: 'Lokalt nät' } }, null],
    [{ type: 'name' }, null],
    [7, null],
  ])('is read from a file as %j', (member, srid) => {
    expect(readNamedSystem({ crs: member })).toMatchObject({ srid })
  })

  it.each([
    [{ wkid: 3011 }, 3011],
    [{ wkid: 102_100, latestWkid: 3857 }, 3857],
    [{ wkid: 102_100 }, 3857],
    [{ wkt: 'PROJCS["…"]' }, undefined],
  ])('is read from the response of an ArcGIS service as %j', (spatialReference, srid) => {
    expect(readNamedSystem({ spatialReference })?.srid).toBe(srid)
  })

  it.each([undefined, null, [], {}, { crs: null }, 7])('is absent in %j', (document) => {
    expect(readNamedSystem(document)).toBeNull()
  })
})
