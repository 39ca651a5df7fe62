import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { guessTextForm, guessTextFormOfFile } from '../../server/formats/guess-text-form.ts'
import { readOpenedFile } from '../support/opened-file.ts'

const HEADER = 'Dnr;Brottstyp;Plats;Längd;Bredd'
const ROWS = [
  'K0;Stöld;Östra Å;18,034781;59,335485',
  'K1;Rån;"Ö; ""torget""";18,044434;59,345518',
  'K2;Snatteri;ä;18,1;59,3',
]
const FIELDS = [
  ['K0', 'Stöld', 'Östra Å', '18,034781', '59,335485'],
  ['K1', 'Rån', 'Ö; "torget"', '18,044434', '59,345518'],
  ['K2', 'Snatteri', 'ä', '18,1', '59,3'],
]
const file = (...lines: readonly string[]) => [...lines, ''].join('\r\n')
const plain = file(HEADER, ...ROWS)
const utf16 = (encoding: string, addBOM: boolean) => iconv.encode(plain, encoding, { addBOM })

describe('a CSV file of any dialect', () => {
  it.each([
    ['UTF-8', Buffer.from(plain), 2],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${plain}`), 2],
    ['Windows-1252', iconv.encode(plain, 'windows-1252'), 2],
    ['Mac Roman', iconv.encode(plain, 'macintosh'), 2],
    ['DOS (code page 850)', iconv.encode(plain, 'cp850'), 2],
    ['UTF-16 little-endian with a mark', utf16('utf-16le', true), 2],
    ['UTF-16 big-endian with a mark', utf16('utf-16be', true), 2],
    ['UTF-16 little-endian without one', utf16('utf-16le', false), 2],
    ['UTF-16 big-endian without one', utf16('utf-16be', false), 2],
    ['Unix line breaks', Buffer.from(plain.replaceAll('\r\n', '\n')), 2],
    ['line breaks of an old Mac', Buffer.from(plain.replaceAll('\r\n', '\r')), 2],
    ['line breaks and letters of an old Mac', iconv.encode(plain.replaceAll('\r\n', '\r'), 'macintosh'), 2],
    ['mixed line breaks', Buffer.from(`${HEADER}\r${ROWS[0]}\n${ROWS[1]}\r\n${ROWS[2]}`), 2],
    ['tabs', Buffer.from(plain.replaceAll(/;(?! )/g, '\t')), 2],
    ['pipes', Buffer.from(plain.replaceAll(/;(?! )/g, '|')), 2],
    ['sep=', Buffer.from(file('sep=;', HEADER, ...ROWS)), 3],
    ['sep= behind a mark', Buffer.from(`\ufeff${file('sep=;', HEADER, ...ROWS)}`), 3],
    ['a quoted sep= of a workbook', Buffer.from(file('"sep=;"', HEADER, ...ROWS)), 3],
    ['a title', Buffer.from(file('Anmälda brott 2024, uttag 2024-06-01;;;;', HEADER, ...ROWS)), 3],
    ['a title of one cell', Buffer.from(file('Anmälda brott 2024', HEADER, ...ROWS)), 3],
    [
      'a title, a date and a blank line',
      Buffer.from(file('Brott', 'Uttag;2024-06-01;;;', '', HEADER, ...ROWS)),
      5,
    ],
    ['a line of #', Buffer.from(file('# uttag 2024-06-01', HEADER, ...ROWS)), 3],
    ['blank lines', Buffer.from(file('', '', HEADER, '', ...ROWS)), 5],
    ['rows of delimiters', Buffer.from(file(';;;;', HEADER, ...ROWS, ';;;;', ' ; ; ; ; ')), 3],
    [
      'names that span columns above the header',
      Buffer.from(file('Ärende;;Var;Position;', HEADER, ...ROWS)),
      3,
    ],
  ])('is read without being told how: %s', async (_what, bytes, firstLine) => {
    for (const pieceLength of [9, 65_536]) {
      const { columns, rows } = await readOpenedFile(bytes, { form: guessTextForm(bytes), pieceLength })
      expect(columns).toEqual(HEADER.split(';'))
      expect(rows.map(({ fields }) => fields)).toEqual(FIELDS)
      expect(rows[0]!.line).toBe(firstLine)
    }
  })

  it('has the header that names the columns asked for, whatever stands above', async () => {
    const text = 'a,b\n1,2\nDnr,Typ,Tid\nK1,x,y\n'
    const { columns, rows } = await readOpenedFile(text, { wanted: ['Tid', 'Dnr'] })
    expect(columns).toEqual(['Dnr', 'Typ', 'Tid'])
    expect(rows.map(({ line }) => line)).toEqual([4])
  })

  it('names totals and notes behind its rows by their lines', async () => {
    const text = file(HEADER, ...ROWS, 'Summa;3', 'Källa: Polisen')
    const { rows } = await readOpenedFile(text, { form: guessTextForm(Buffer.from(text)) })
    expect(rows.slice(3).map(({ line, fault }) => [line, fault?.detail])).toEqual([
      [5, 'the header has 5 columns, the row 2: a total or a note?'],
      [6, 'the header has 5 columns, the row 1: a total or a note?'],
    ])
  })

  it('keeps line breaks within quotes, and counts them', async () => {
    const text = 'id,text\r1,"a\rb"\r2,c\r'
    const { rows } = await readOpenedFile(text)
    expect(rows.map(({ line, fields }) => [line, fields[1]])).toEqual([
      [2, 'a\nb'],
      [4, 'c'],
    ])
  })

  it('is in the encoding of its late rows, when its early ones are plain', async () => {
    const late = iconv.encode(`id;plats\n${'1;torget\n'.repeat(20_000)}2;Östra Å\n`, 'windows-1252')
    async function* chunks() {
      for (let at = 0; at < late.length; at += 65_536) yield late.subarray(at, at + 65_536)
    }
    expect(await guessTextFormOfFile(chunks())).toEqual({ delimiter: ';', encoding: 'windows-1252' })
  })

  it('stays UTF-8 where one row of many is not', async () => {
    const bytes = Buffer.concat([Buffer.from(plain), iconv.encode('K3;Rån;x;18,1;59,3\r\n', 'latin1')])
    const { rows } = await readOpenedFile(bytes, { form: guessTextForm(bytes) })
    expect(rows.map(({ fault }) => fault?.reason ?? null)).toEqual([null, null, null, 'undecodable'])
  })

  it('is refused when it has no header', async () => {
    const text = 'K0,2024-05-01,18.03,59.33\nK1,2024-05-02,18.04,59.34\n'
    await expect(readOpenedFile(text)).rejects.toThrow('Line 1 looks like data and not like a header')
  })
})
