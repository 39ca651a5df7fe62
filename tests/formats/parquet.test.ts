import { parquetWriteBuffer } from 'hyparquet-writer'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../server/formats/open-file.ts'

type Table = Parameters<typeof parquetWriteBuffer>[0]

const bytesOf = (columnData: Table['columnData'], options: Omit<Table, 'columnData'> = {}) =>
  Buffer.from(parquetWriteBuffer({ columnData, ...options }))

async function* chunksOf(bytes: Buffer, size = 1000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Buffer, wanted: readonly string[]) {
  const { columns, batches, close } = await openFile(chunksOf(bytes), null, wanted, () => {})
  const rows = []
  try {
    for await (const batch of batches) rows.push(...batch)
  } finally {
    await close!()
  }
  return { columns, rows }
}
const spooled = () => readdirSync(tmpdir()).filter((name) => name.startsWith('lagesbild-file-')).length

describe('a Parquet file', () => {
  it('is read as texts: numbers, text, times and blanks', async () => {
    const bytes = bytesOf([
      { name: 'i', data: [-3, 8990], type: 'INT32' },
      { name: 'count', data: [2n, null], type: 'INT64' },
      { name: 'share', data: [1, 0.5], type: 'DOUBLE' },
      { name: 'category', data: ['theft', 'stöld'], type: 'STRING' },
      { name: 'at', data: [new Date('2024-03-01T10:00Z'), null], type: 'TIMESTAMP' },
    ])
    const { columns, rows } = await read(bytes, ['i', 'count', 'share', 'category', 'at'])
    expect(columns).toEqual(['i', 'count', 'share', 'category', 'at'])
    expect(rows.map(({ fields }) => fields)).toEqual([
      ['-3', '2', '1', 'theft', '2024-03-01T10:00:00.000Z'],
      ['8990', '', '0.5', 'stöld', ''],
    ])
    expect(rows.map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, null],
    ])
  })

  it('keeps a date a date, and a local time without an offset', async () => {
    const local = { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' } as const
    const bytes = bytesOf(
      [
        { name: 'day', data: [new Date('2024-03-01')] },
        { name: 'at', data: [new Date('2024-03-01T10:00Z')] },
      ],
      {
        schema: [
          { name: 'root', num_children: 2 },
          { name: 'day', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
          { name: 'at', type: 'INT64', logical_type: local, repetition_type: 'OPTIONAL' },
        ],
      },
    )
    const { rows } = await read(bytes, ['day', 'at'])
    expect(rows[0]!.fields).toEqual(['2024-03-01', '2024-03-01T10:00:00.000'])
  })

  it('is read row group by row group, only the columns that are wanted, and leaves nothing on the disk', async () => {
    const before = spooled()
    const n = 12_345
    const bytes = bytesOf(
      [
        { name: 'k', data: Array.from({ length: n }, (_, k) => k), type: 'INT32' },
        { name: 'text', data: Array.from({ length: n }, (_, k) => `row ${k}`), type: 'STRING' },
      ],
      { rowGroupSize: [5000] },
    )
    const { rows } = await read(bytes, ['k', 'absent'])
    expect(rows).toHaveLength(n)
    expect(rows.every(({ fields, line }, k) => fields[0] === String(k) && line === k + 1)).toBe(true)
    expect(rows[7]!.fields).toEqual(['7', ''])
    // Other tests read Parquet at the same time.
    await expect.poll(spooled).toBeLessThanOrEqual(before)
  })

  it('names the rows with characters that cannot be kept', async () => {
    const { rows } = await read(bytesOf([{ name: 'a', data: ['x', 'a\0b'], type: 'STRING' }]), ['a'])
    expect(rows.map(({ fault }) => fault?.reason)).toEqual([undefined, 'undecodable'])
  })

  it('is refused by name when it is damaged, cut off or not closed', async () => {
    const bytes = bytesOf([{ name: 'i', data: [1, 2, 3], type: 'INT32' }])
    const damaged = Buffer.from(bytes)
    damaged.fill(0xff, 4, 20)
    for (const broken of [
      bytes.subarray(0, 30),
      bytes.subarray(0, bytes.length - 5),
      damaged,
      Buffer.from('PAR1'),
    ]) {
      await expect(read(broken, ['i'])).rejects.toMatchObject({
        code: 'invalid-file',
        message: expect.stringContaining('Parquet'),
      })
    }
  })

  it('is refused when a row group is too large to be in memory', async () => {
    const data = new Int32Array(2 ** 20 + 1)
    const bytes = bytesOf([{ name: 'i', data, type: 'INT32' }], { rowGroupSize: [data.length] })
    await expect(read(bytes, ['i'])).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('1048576 rows a row group'),
    })
  })

  it('that is made to burst ends the process that decodes it, and not this one', async () => {
    const data = Array.from({ length: 2 ** 20 }, () => 'theft')
    const bytes = bytesOf([{ name: 'c', data, type: 'STRING' }], {
      codec: 'UNCOMPRESSED',
      pageSize: 2 ** 30,
      rowGroupSize: [data.length],
    })
    const run = bytes.indexOf(Buffer.from([0, 0, 0, 0x80, 0x80, 0x80, 0x01]))
    expect(run).toBeGreaterThan(0)
    // A run of a million equal levels now says that it is one of 134 million.
    Buffer.from([0xfe, 0xff, 0xff, 0x7f]).copy(bytes, run + 3)
    await expect(read(bytes, ['c'])).rejects.toMatchObject({ code: 'too-large' })
  }, 60_000)
})
