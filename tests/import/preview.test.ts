import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type ImportPreview, previewFile } from '../../server/import/preview.ts'
import { previewCity, previewText } from '../support/cities/preview-city.ts'
import { describeWithSharedData, sharedDataPath } from '../support/shared-data.ts'

const city = (srid: number, timezone: string) => previewCity({ srid, timezone })
const preview = previewText

const counted = ({ hexbin }: ImportPreview) =>
  (hexbin?.features.reduce((sum, cell) => sum + cell.properties.count, 0) ?? 0) + (hexbin?.outside ?? 0)

describe('a preview', () => {
  it('guesses northings under x, decides for the city’s CRS, and uses the guess', async () => {
    const result = await preview(
      'dnr,X,Y,datum,brottstyp\nA1,6581089.7,674350.8,2026-01-02 21:30,Stöld\nA2,6581000,674300,2026-01-03 04:00,Rån\n',
    )
    expect(result.mapping).toMatchObject({
      crs: 'EPSG:3006',
      columns: { externalId: 'dnr', x: 'Y', y: 'X', occurredFrom: 'datum', category: 'brottstyp' },
      categories: { Stöld: 'theft', Rån: 'robbery' },
    })
    expect(result).toMatchObject({ guessed: true, accepted: 2, categories: { theft: 1, robbery: 1 } })
  })

  it('guesses late types from the whole file, and counts missing and unknown types as rejected', async () => {
    const row = (n: number, type: string) =>
      `A${n},6581089.7,674350.8,2026-01-02 21:30,${type},${'x'.repeat(1000)}\n`
    const usual = Array.from({ length: 300 }, (_, n) => row(n, 'Stöld')).join('')
    const head = `dnr,X,Y,datum,brottstyp,not\n${usual}${row(300, 'Rån')}${row(301, '')}${row(302, '*')}`
    const chunks = [head, row(303, 'Stöld') + row(304, 'Skottlossning')].map((text) => Buffer.from(text))
    const result = await previewFile(
      { fileName: 'a.csv', stream: Readable.from(chunks), mapping: null },
      city(3006, 'Europe/Stockholm'),
    )
    expect(result).toMatchObject({
      rowsRead: 305,
      mapping: { categories: { Stöld: 'theft', Rån: 'robbery', Skottlossning: 'weapons' } },
      categories: { theft: 301, robbery: 1, weapons: 1 },
    })
    expect(result.rejected).toEqual({ 'no-category': 1, 'unknown-category': 1 })
  })

  it('lists the fields that it could not guess', async () => {
    const result = await preview('name,lon,lat\na,18.06,59.33\n')
    expect(result).toMatchObject({ mapping: null, missing: ['time', 'category'], rowsRead: 1, hexbin: null })
  })

  it('counts reasons, duplicates and conflicts, and lays every accepted row into its hexbin', async () => {
    const mapping = {
      source: 'est',
      columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'when', category: 'type' },
      categories: { T: 'theft' },
    }
    const rows = ['1,18.06,59.33,2026-01-02,T', '1,18.06,59.33,2026-01-02,T', '2,18.05,59.31,2026-01-03,T']
    const bad = [
      '2,18.00,59.31,2026-01-03,T',
      '3,,,2026-01-03,T',
      '4,18.05,59.31,,T',
      '5,18.05,59.31,2026-01-03,?',
    ]
    const result = await preview(['id,lon,lat,when,type', ...rows, ...bad].join('\n'), mapping)
    expect(result).toMatchObject({
      rowsRead: 7,
      accepted: 2,
      duplicates: 1,
      sourceKnown: false,
      sampled: false,
    })
    expect(result.rejected).toEqual({
      'conflicting-id': 1,
      'no-position': 1,
      'no-time': 1,
      'unknown-category': 1,
    })
    expect(result.rejects.map(({ line }) => line)).toEqual([5, 6, 7, 8])
    expect(counted(result)).toBe(2)
  })
})

describeWithSharedData(
  'a preview of real files without a mapping',
  [
    'chicago-25k.csv.gz',
    'city-of-london-street.csv.gz',
    'daejeon-cctv.cp949.csv',
    'polisen-events-page.json',
  ],
  () => {
    const real = (name: string, srid: number, timezone: string) =>
      previewFile(
        { fileName: name, stream: createReadStream(sharedDataPath(name)), mapping: null },
        city(srid, timezone),
      )

    it('reads Chicago whole', async () => {
      const result = await real('chicago-25k.csv.gz', 26916, 'America/Chicago')
      expect(result.mapping).toMatchObject({
        columns: {
          externalId: 'id',
          x: 'longitude',
          y: 'latitude',
          occurredFrom: 'date',
          category: 'primary_type',
        },
        timeFormat: 'M/d/yyyy H:mm',
      })
      expect(result).toMatchObject({
        rowsRead: 25_000,
        accepted: 25_000,
        rejected: {},
      })
      expect(counted(result)).toBe(25_000)
      expect(result.hexbin!.features.length).toBeLessThanOrEqual(2000)
    })

    it('reads the City of London whole, months and all', async () => {
      const result = await real('city-of-london-street.csv.gz', 27700, 'Europe/London')
      expect(result.mapping).toMatchObject({ timeFormat: 'month', columns: { category: 'Crime type' } })
      expect(result).toMatchObject({
        rowsRead: 22_111,
        accepted: 20_384,
        duplicates: 28,
        rejected: { 'no-position': 1699 },
      })
      expect(counted(result)).toBe(20_384)
    })

    it('finds the police’s positions in one text and their unpadded hours', async () => {
      const result = await real('polisen-events-page.json', 3006, 'Europe/Stockholm')
      expect(result.mapping).toMatchObject({
        columns: { externalId: 'id', position: 'location.gps', occurredFrom: 'datetime', category: 'type' },
      })
      expect(result).toMatchObject({ rowsRead: 500, accepted: 500 })
    })

    it('recognises Korean in cp949', async () => {
      const result = await real('daejeon-cctv.cp949.csv', 5186, 'Asia/Seoul')
      expect(result.mapping).toMatchObject({ csv: { encoding: 'cp949' }, columns: { x: '경도', y: '위도' } })
      expect(result.rowsRead).toBe(5624)
      expect(result.rejected['no-position']).toBe(2328)
    })
  },
)
