import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvField } from '../../../server/platform/http/csv-field.ts'
import { rejectsCsv } from '../../../server/import/rejects-csv.ts'
import { csvText } from '../../../server/releases/publication/csv-text.ts'

describe('a field of CSV', () => {
  it.each([
    ['Norra Ängsbacken', 'Norra Ängsbacken'],
    ['', ''],
    ['12 st', '12 st'],
    ['a,b', '"a,b"'],
    ['a;=1+1', '"a;=1+1"'],
    ['says "no"', '"says ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=1+1', "'=1+1"],
    ['+46 8', "'+46 8"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['=HYPERLINK("http://x";"y")', '"\'=HYPERLINK(""http://x"";""y"")"'],
  ])('writes %j as %j', (text, written) => {
    expect(csvField(text)).toBe(written)
  })

  it('is the same in a release and in the list of rejected rows', async () => {
    const formula = 'x;=HYPERLINK("http://x")'
    const released = csvText(['name'], [[formula]])
    const row = { line: 2, column: 'name', reason: 'no-time', detail: '', text: formula } as const
    const rejected = await text(Readable.from(rejectsCsv({ rejects: async () => [row] }, 1, 'en')))
    for (const file of [released, rejected]) expect(file).toContain(`"x;=HYPERLINK(""http://x"")"\r\n`)
    expect(parse(rejected, { columns: true })).toEqual([{ ...row, line: '2' }])
  })
})
