import { describe, expect, it } from 'vitest'
import { readOpenedFile as read } from '../support/opened-file.ts'
import { collection, point, pretty, record, text } from './json-samples.ts'

describe('a JSON file that would be read in part', () => {
  it.each([
    ['a second collection', `${text(collection(1))}\n${text(collection(2))}`, 'Line 2: something follows'],
    ['a second list', `[${text(record(1))}]\n\n[${text(record(2))}]`, 'Line 3: something follows'],
    [
      'a second answer',
      `${text({ records: [record(1)] })}${text({ records: [record(2)] })}`,
      'Line 1: something follows',
    ],
    [
      'words behind the list',
      `[${text(record(1))}]\nabc`,
      'Line 2: something follows the end of the JSON (abc',
    ],
    ['a bracket too many', `${text(collection(1))}\n]`, 'Line 2: something follows'],
    ['words behind a Feature', `${pretty(point(1))}\nabc`, 'something that is no object follows'],
    [
      'a list that ends early',
      `[${text(record(1))},\n${text(record(2))}`,
      'cut off on line 2, after 2 records',
    ],
    ['a document that ends early', text(collection(1)).slice(0, -1), 'cut off on line 1, after 1 records'],
    ['a record that ends early', `[${text(record(1))},\n{"id":`, 'cut off on line 2, after 1 records'],
    ['a Feature that ends early', '{"type":"Feature","geometry":{', 'cut off'],
    [
      'a missing comma',
      `[${text(record(1))}\n${text(record(2))}]`,
      'Line 2: element 1 of the list is not followed',
    ],
    [
      'a comma too many',
      `[${text(record(1))},\n,${text(record(2))}]`,
      'Line 2: the list has a comma too many',
    ],
    [
      'null in the list',
      `[${text(record(1))},\nnull]`,
      'Line 2: the list holds something that is not an object',
    ],
    ['ArcGIS at its limit', text({ exceededTransferLimit: true, ...collection(1) }), 'a part of more'],
    [
      'ArcGIS that says so at the end',
      text({ ...collection(1), exceededTransferLimit: true }),
      'a part of more',
    ],
    [
      'ArcGIS that says so in properties',
      text({ ...collection(1), properties: { exceededTransferLimit: true } }),
      'allowPartial',
    ],
    [
      'a page of OGC API Features',
      text({ ...collection(1), numberMatched: 900, numberReturned: 1 }),
      '"numberMatched": 900',
    ],
    [
      'a page with a link to the next',
      text({ ...collection(1), links: [{ rel: 'next', href: 'x' }] }),
      'a link "next"',
    ],
    ['a page that counts beside its list', text({ data: [record(1)], meta: { total: 500 } }), '"total": 500'],
    ['a page of HAL', text({ items: [record(1)], _links: { next: { href: '/x?page=2' } } }), '("next")'],
    ['a page of OData', text({ value: [record(1)], '@odata.nextLink': 'x' }), '@odata.nextLink'],
    ['a page of CKAN', text({ result: { records: [record(1)], total: 7000 } }), '"total": 7000'],
    ['two lists', text({ brott: [record(1)], händelser: [record(2)] }), 'several lists (brott, händelser)'],
    [
      'two lists, the second late',
      text({ brott: [{ ...record(1), x: 'x'.repeat(70_000) }], händelser: [record(2)] }),
      'several lists',
    ],
    [
      'members that are no JSON',
      '{"features":[{"a":1}],"x":oops}',
      'around the list of records is not valid',
    ],
  ])('is refused: %s', async (_what, content, message) => {
    for (const length of [11, 65_536])
      await expect(read(content, { pieceLength: length })).rejects.toThrow(message)
  })

  it('is taken where the mapping says that the part is enough', async () => {
    const form = { delimiter: ',', encoding: 'utf-8', allowPartial: true }
    const { column } = await read(text({ ...collection(1), exceededTransferLimit: true }), { form })
    expect(column('id')).toEqual(['1'])
  })

  it.each([
    ['TopoJSON', { type: 'Topology', objects: {} }, 'TopoJSON'],
    ['a bare geometry', { type: 'MultiPoint', coordinates: [[18, 59]] }, 'a bare geometry'],
    ['an error', { error: { code: 400, message: 'Invalid query' } }, 'the error message of a service'],
    [
      'lists without names',
      [
        [1, 2],
        [3, 4],
      ],
      'lists without names',
    ],
    ['an object', { a: 1 }, 'neither a FeatureCollection nor a JSON array'],
  ])('is refused by the name of what it is: %s', async (_what, content, message) => {
    await expect(read(text(content))).rejects.toThrow(message)
  })
})
