import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../server/formats/open-file.ts'
import type { SourceRow } from '../../server/formats/source-row.ts'

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function rowsOf(bytes: Uint8Array, encoding = 'utf-8', length = 7) {
  const source = await openFile(inPieces(bytes, length), { delimiter: ',', encoding }, [], () => {})
  const rows: SourceRow[] = []
  for await (const batch of source.batches) rows.push(...batch)
  return { columns: source.columns, rows }
}

const TEXT = 'id,plats\n1,Östra Å\n2,"två\nrader"\n'

describe('an opened CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['Latin-1', iconv.encode(TEXT, 'latin1'), 'latin1'],
    ['windows-1252', iconv.encode(TEXT, 'windows-1252'), 'windows-1252'],
    ['UTF-16 with a byte-order mark', iconv.encode(TEXT, 'utf-16'), 'utf-16'],
    ['UTF-16 that the mapping takes for UTF-8', iconv.encode(TEXT, 'utf-16'), 'utf-8'],
    ['gzip', gzipSync(TEXT), 'utf-8'],
    ['Windows line breaks', Buffer.from(TEXT.replaceAll('\n', '\r\n')), 'utf-8'],
  ])('is read as %s, in pieces of any length', async (_title, bytes, encoding) => {
    for (const length of [1, 2, 3, 64]) {
      const { columns, rows } = await rowsOf(bytes, encoding, length)
      expect(columns).toEqual(['id', 'plats'])
      expect(rows.map(({ line, fields }) => [line, fields[0], fields[1]!.replace('\r', '')])).toEqual([
        [2, '1', 'Östra Å'],
        [3, '2', 'två\nrader'],
      ])
    }
  })

  it('reads Korean in cp949', async () => {
    const { rows } = await rowsOf(iconv.encode('번호,주소\n1,대흥동\n', 'cp949'), 'cp949', 1)
    expect(rows[0]!.fields).toEqual(['1', '대흥동'])
  })

  it('names the row that holds bytes which the encoding does not know', async () => {
    const { rows } = await rowsOf(iconv.encode('id,plats\n1,ok\n2,Åkeshov\n3,ok\n', 'latin1'))
    expect(rows.map((row) => row.fault?.reason ?? null)).toEqual([null, 'undecodable', null])
  })

  it('names the row that holds a NUL', async () => {
    const { rows } = await rowsOf(Buffer.from('id,plats\n1,a\0b\n'))
    expect(rows[0]!.fault?.reason).toBe('undecodable')
  })

  it('names the row that has more or fewer fields than the header', async () => {
    const { rows } = await rowsOf(Buffer.from('a,b\n1\n1,2\n1,2,3\n'))
    expect(rows.map((row) => row.fault?.detail ?? null)).toEqual([
      'the header has 2 columns, the row 1',
      null,
      'the header has 2 columns, the row 3',
    ])
  })

  it.each([
    ['an empty file', Buffer.from(''), 'utf-8', 'is empty'],
    ['blank lines', Buffer.from('\n\n'), 'utf-8', 'no header'],
    ['a header in another encoding', iconv.encode('år,b\n1,2\n', 'latin1'), 'utf-8', 'csv.encoding'],
    ['a column named twice', Buffer.from('a,b,a\n'), 'utf-8', 'names the column a twice'],
    ['a damaged gzip', gzipSync(TEXT).subarray(0, 30), 'utf-8', 'damaged or cut off'],
    ['an encoding that nobody knows', Buffer.from(TEXT), 'ebcdic-xx', 'not a known encoding'],
  ])('refuses %s', async (_title, bytes, encoding, message) => {
    await expect(rowsOf(bytes, encoding)).rejects.toThrow(message)
  })
})

describe('an opened JSON file', () => {
  const feature = (id: number, properties: object) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [18 + id, 59] },
    properties,
  })

  it('gives properties and the coordinates of points, and keeps each feature’s text', async () => {
    const features = [feature(0, { typ: 'a "b" [c] {d' }), feature(1, { typ: 'x', no: 7, yes: true })]
    const bytes = Buffer.from(
      JSON.stringify({ type: 'FeatureCollection', name: 'features', features }, null, 1),
    )
    const { columns, rows } = await rowsOf(bytes, 'utf-8', 5)
    const column = (name: string) => rows.map((row) => row.fields[columns.indexOf(name)])
    expect(column('typ')).toEqual(['a "b" [c] {d', 'x'])
    expect(column('geometry.x')).toEqual(['18', '19'])
    expect(rows.map((row) => JSON.parse(row.original) as unknown)).toEqual(features)
    expect(rows.map((row) => row.line)).toEqual([1, 2])
  })

  it('reads an array of records and names nested values by their path', async () => {
    const { columns, rows } = await rowsOf(Buffer.from('[{"id":5,"location":{"gps":"59.3,18.1"}},{"id":6}]'))
    expect(rows.map((row) => row.fields[columns.indexOf('location.gps')])).toEqual(['59.3,18.1', ''])
  })

  it('finds every element wherever the text is cut', async () => {
    const json = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        json,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (records, length, pretty) => {
          const text = JSON.stringify(records, null, pretty ? 2 : 0)
          const { rows } = await rowsOf(Buffer.from(text), 'utf-8', length)
          expect(rows.map((row) => JSON.parse(row.original) as unknown)).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  it.each([
    ['{"features":{}}', 'neither a FeatureCollection'],
    ['{"features":[{"a":1},', 'cut off'],
    ['[1,2]', 'not an object'],
    ['["a"]', 'not an object'],
  ])('refuses %s', async (text, message) => {
    await expect(rowsOf(Buffer.from(text))).rejects.toThrow(message)
  })

  it('names a feature that is not JSON', async () => {
    const { rows } = await rowsOf(Buffer.from('[{"a":1},{"a":oops},{"a":3}]'))
    expect(rows.map((row) => row.fault?.reason ?? null)).toEqual([null, 'malformed-row', null])
  })

  it('names a feature that nests deeper than its values can be written', async () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const { rows } = await rowsOf(Buffer.from(`[{"a":1},${deep},{"a":3}]`), 'utf-8', 65_536)
    expect(rows.map((row) => row.fault?.reason ?? null)).toEqual([null, 'malformed-row', null])
  })

  it('gives a crowd of tiny features in small batches, so that what else goes on gets its turns', async () => {
    const file = Buffer.from(`[${Array(5_000).fill('{}').join()}]`)
    const { batches } = await openFile(
      inPieces(file, 65_536),
      { delimiter: ',', encoding: 'utf-8' },
      [],
      () => {},
    )
    const sizes: number[] = []
    for await (const batch of batches) sizes.push(batch.length)
    expect(Math.max(...sizes)).toBe(500)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(5_000)
  })
})

describe('a file of any form', () => {
  const names = (count: number) => Array.from({ length: count }, (_, n) => `c${n}`)
  const csv = (count: number) => `${names(count).join()}\n`
  const json = (count: number) => JSON.stringify([Object.fromEntries(names(count).map((name) => [name, 1]))])

  it.each([csv(1001), json(998)])(
    'with more columns than a table has is refused: it is made to burst',
    async (text) => {
      await expect(rowsOf(Buffer.from(text), 'utf-8', 65_536)).rejects.toThrow('1001 columns; at most 1000')
    },
  )

  it.each([csv(1000), json(997)])('with a thousand columns is read', async (text) => {
    expect((await rowsOf(Buffer.from(text), 'utf-8', 65_536)).columns).toHaveLength(1000)
  })
})
