import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readOpenedFile as read } from '../support/opened-file.ts'
import { collection, point, pretty, record, text } from './json-samples.ts'

describe('records in JSON', () => {
  it.each([
    ['a FeatureCollection', text(collection(1, 2))],
    [
      'its members in another order',
      text({ features: collection(1, 2).features, type: 'FeatureCollection' }),
    ],
    ['a list', text([record(1), record(2)])],
    ['GeoJSON lines', `${text(point(1))}\n${text(point(2))}\n`],
    ['GeoJSON lines with blank lines and Windows line breaks', `${text(point(1))}\r\n\r\n${text(point(2))}`],
    ['lines of records that hold lists', `${text(record(1))}\n${text(record(2))}`],
    ['old Mac line breaks', `${text(record(1))}\r${text(record(2))}\r`],
    ['a text sequence', `\x1e${text(point(1))}\n\x1e${text(point(2))}\n`],
    ['a text sequence of pretty texts', `\x1e${pretty(point(1))}\n\x1e${pretty(point(2))}\n`],
    ['pretty features one after the other', `${pretty(point(1))}\n${pretty(point(2))}`],
    ['an answer of Open311', text({ service_requests: [record(1), record(2)] })],
    [
      'an answer of CKAN',
      text({
        help: 'x',
        success: true,
        result: { fields: [{ id: 'id' }], records: [record(1), record(2)], total: 2 },
      }),
    ],
    ['an answer of OData', text({ '@odata.context': 'x', value: [record(1), record(2)] })],
    ['records under "data"', text({ data: [record(1), record(2)], meta: { count: 2 } })],
    ['records under a name of the city’s own', text({ ok: true, händelser: [record(1), record(2)] })],
    [
      'records of an Esri service',
      text({
        fields: [{ name: 'id' }],
        features: [1, 2].map((id) => ({ attributes: { id }, geometry: { x: 18, y: 59 } })),
      }),
    ],
    [
      'lists under a header',
      text([
        ['id', 'typ'],
        [1, 'a'],
        [2, 'b'],
      ]),
    ],
    [
      'lists with names beside them',
      text({
        columns: ['id', 'typ'],
        data: [
          [1, 'a'],
          [2, 'b'],
        ],
      }),
    ],
    [
      'rows of a Socrata view',
      text({
        meta: { view: { columns: [{ fieldName: 'id' }, { fieldName: 'typ' }] } },
        data: [
          [1, 'a'],
          [2, 'b'],
        ],
      }),
    ],
    ['a byte-order mark', `\ufeff${text(collection(1, 2))}`],
    ['UTF-16 with a mark', iconv.encode(text(collection(1, 2)), 'utf-16', { addBOM: true })],
    ['UTF-16 without one', iconv.encode(text(collection(1, 2)), 'utf-16le')],
    ['NaN for what is missing', `[{"id":1,"x":NaN,"s":"NaN"},{"id":2,"x":-Infinity}]`],
    [
      'an answer that says that it is whole',
      text({
        ...collection(1, 2),
        exceededTransferLimit: false,
        numberMatched: 2,
        numberReturned: 2,
        links: [{ rel: 'self' }],
        next: null,
      }),
    ],
  ])('are read from %s, wherever the bytes are cut', async (_what, content) => {
    for (const length of [7, 65_536]) {
      const { column, rows } = await read(content, { pieceLength: length })
      expect(rows.map(({ fault }) => fault)).toEqual([null, null])
      expect(column('id')).toEqual(['1', '2'])
    }
  })

  it('reads a single Feature', async () => {
    const { column } = await read(pretty(point(1)))
    expect(column('geometry.x')).toEqual(['18.01'])
  })

  it('finds a list behind more metadata than the first bytes hold', async () => {
    const { column } = await read(text({ about: 'x'.repeat(200_000), records: [record(1), record(2)] }), {
      pieceLength: 30_000,
    })
    expect(column('id')).toEqual(['1', '2'])
  })

  it('names the line of a text that is broken or cut off, and reads the others', async () => {
    const { rows } = await read(`${text(point(1))}\n{"type":"Feature"\n${text(point(3))}\n{"type":"Fea`)
    expect(rows.map(({ line, fault }) => [line, fault?.reason ?? null])).toEqual([
      [1, null],
      [2, 'malformed-row'],
      [3, null],
      [4, 'malformed-row'],
    ])
  })

  it.each([
    ['{"a":1,"a":2}', 'names a member twice'],
    ['{"a":{"b":1,"b":1}}', 'names a member twice'],
    ['{"a":undefined}', 'is not valid JSON'],
  ])('refuses the record %s', async (broken, detail) => {
    const { rows } = await read(`[{"a":0},${broken}]`)
    expect(rows.map(({ fault }) => fault?.detail ?? null)).toEqual([null, detail])
  })

  it('takes no text for a name, and no quote within one for its end', async () => {
    const { rows } = await read(text([{ a: 'x": 1, "a', b: ['c":'] }]))
    expect(rows[0]!.fault).toBeNull()
  })
})
