import { describe, expect, it } from 'vitest'
import { readOpenedFile as read } from '../support/opened-file.ts'

const text = JSON.stringify

describe('the geometry of a record', () => {
  const xy = [18.05, 59.33]
  it.each([
    ['a Point', { type: 'Point', coordinates: xy }, ['18.05', '59.33', 'Point']],
    ['a Point with a height', { type: 'Point', coordinates: [...xy, 12] }, ['18.05', '59.33', 'Point']],
    [
      'a Point with height and measure',
      { type: 'Point', coordinates: [...xy, 12, 1] },
      ['18.05', '59.33', 'Point'],
    ],
    ['a MultiPoint of one', { type: 'MultiPoint', coordinates: [xy] }, ['18.05', '59.33', 'Point']],
    [
      'a collection of one Point',
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: xy }] },
      ['18.05', '59.33', 'Point'],
    ],
    [
      'a collection of a MultiPoint of one',
      { type: 'GeometryCollection', geometries: [{ type: 'MultiPoint', coordinates: [xy] }] },
      ['18.05', '59.33', 'Point'],
    ],
    ['a MultiPoint of two', { type: 'MultiPoint', coordinates: [xy, xy] }, ['', '', 'MultiPoint of 2']],
    [
      'an empty collection',
      { type: 'GeometryCollection', geometries: [] },
      ['', '', 'GeometryCollection of 0'],
    ],
    ['a line', { type: 'LineString', coordinates: [xy, xy] }, ['', '', 'LineString']],
    ['a polygon', { type: 'Polygon', coordinates: [] }, ['', '', 'Polygon']],
    ['an empty Point', { type: 'Point', coordinates: [] }, ['', '', 'Point']],
    ['none', null, ['', '', '']],
  ])('is read or named: %s', async (_what, geometry, expected) => {
    const { column } = await read(text([{ type: 'Feature', properties: {}, geometry }]))
    expect(['geometry.x', 'geometry.y', 'geometry.type'].flatMap(column)).toEqual(expected)
  })
})
