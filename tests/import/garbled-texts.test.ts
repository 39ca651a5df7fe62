import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { codesOf, previewBytes, previewCity, STUDY_AREA } from '../support/cities/preview-city.ts'
import { writeXlsx } from '../support/workbook-files.ts'

const ROWS = 24
const city = previewCity({ areas: [STUDY_AREA] })
const preview = (bytes: Buffer) => previewBytes(bytes, null, null, city)
const TYPES = ['Stöld', 'Skadegörelse', 'Våld mot person']
const lines = (types = TYPES) =>
  Array.from({ length: ROWS }, (_, row) => [
    `K${row}`,
    `2024-03-${String(row + 1).padStart(2, '0')} 12:31`,
    types[row % types.length]!,
    String(18.0012 + (row % 6) * 0.0213),
    String(59.3007 + Math.floor(row / 6) * 0.0109),
  ])
const HEADER = ['id', 'tid', 'händelse', 'lon', 'lat']
const csv = (types = TYPES) => [HEADER, ...lines(types)].map((fields) => fields.join(';')).join('\n')
const misread = (text: string, writtenIn: string, readIn: string) =>
  iconv.decode(iconv.encode(text, writtenIn), readIn)
const KNOWN = { theft: 8, vandalism: 8, violence: 8 }
const noticeOf = (
  { notices }: { readonly notices: readonly { readonly code: string; readonly sv: string }[] },
  code: string,
) => notices.find((notice) => notice.code === code)?.sv

describe('letters that were encoded in UTF-8 twice', () => {
  it('are read right in a CSV, its header too, which is told', async () => {
    const result = await preview(Buffer.from(misread(csv(), 'utf-8', 'windows-1252')))
    expect(result).toMatchObject({
      accepted: ROWS,
      categories: KNOWN,
      columns: HEADER,
      mapping: { csv: { encoding: 'utf-8-twice' }, categories: { Stöld: 'theft' } },
    })
    expect(noticeOf(result, 'encoded-twice')).toContain('de läses rätt')
  })

  it('are read right where they were encoded three times over, or behind a mark of order', async () => {
    const thrice = misread(misread(csv(), 'utf-8', 'windows-1252'), 'utf-8', 'windows-1252')
    expect(await preview(Buffer.from(thrice))).toMatchObject({ accepted: ROWS, categories: KNOWN })
    const marked = misread(`\ufeff${csv()}`, 'utf-8', 'windows-1252')
    expect(await preview(Buffer.from(`\ufeff${marked}`))).toMatchObject({ accepted: ROWS, columns: HEADER })
  })

  it('are read right in JSON and in a workbook', async () => {
    const rows = lines().map((fields) => Object.fromEntries(HEADER.map((name, at) => [name, fields[at]!])))
    const json = misread(JSON.stringify(rows), 'utf-8', 'windows-1252')
    expect(await preview(Buffer.from(json))).toMatchObject({ accepted: ROWS, categories: KNOWN })
    const sheet = [HEADER, ...lines()].map((fields) =>
      fields.map((text) => misread(text, 'utf-8', 'windows-1252')),
    )
    expect(await preview(writeXlsx({ Blad1: sheet }))).toMatchObject({ accepted: ROWS, categories: KNOWN })
  })

  it('are put right beside letters that are right, which stay', async () => {
    const mixed = csv(['Stöld', misread('Skadegörelse', 'utf-8', 'windows-1252'), 'Våld mot person'])
    expect(await preview(Buffer.from(mixed))).toMatchObject({
      categories: KNOWN,
      mapping: { categories: { Stöld: 'theft', Skadegörelse: 'vandalism' } },
    })
  })

  it('are not seen in words of other languages', async () => {
    const result = await preview(Buffer.from(csv(['Café Ménage stöld', 'CAFÉ™ stöld', 'Æbleskiver stöld'])))
    expect(codesOf(result)).not.toContain('encoded-twice')
    expect(codesOf(result)).not.toContain('mojibake')
  })
})

describe('letters that were read in another encoding than they were written in', () => {
  it.each([
    ['utf-8', 'macintosh'],
    ['utf-8', 'cp850'],
    ['utf-8', 'cp437'],
    ['macintosh', 'windows-1252'],
    ['cp850', 'windows-1252'],
    ['windows-1252', 'macintosh'],
    ['windows-1252', 'cp850'],
  ])('are told by their column: %s read as %s', async (writtenIn, readIn) => {
    const types = TYPES.map((text) => misread(text, writtenIn, readIn))
    const text = [HEADER, ...lines(types)].map((fields) => fields.join(';')).join('\n')
    const result = await preview(Buffer.from(text))
    expect(result).toMatchObject({ accepted: ROWS, categories: KNOWN })
    expect(noticeOf(result, 'mojibake')).toContain(`troligen skriven i ${writtenIn} och lästes som ${readIn}`)
  })
})

describe('letters that are lost', () => {
  it('as question marks are told by name', async () => {
    const result = await preview(Buffer.from(csv(['St?ld', 'Skadeg?relse', 'Våld mot person'])))
    expect(noticeOf(result, 'letters-lost')).toMatch(
      /Bokstäver \(å, ä, ö\) har gått förlorade \(händelse: ”St\?ld”\)/,
    )
  })

  it.each([[['St\ufffdld']], [['St\ufffdld', 'Rån', 'Bråk']]])(
    'as the sign for none in %j are told by name, and their rows refused',
    async (types) => {
      const result = await preview(Buffer.from(csv(types)))
      expect(result.rejected).toEqual({ undecodable: ROWS / types.length })
      expect(noticeOf(result, 'letters-lost')).toContain('Hämta filen på nytt ur registret')
    },
  )
})
